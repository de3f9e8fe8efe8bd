/**
 * Whether works meet criteria that somebody set: dated rules, as data, and three answers. Knows
 * dates and facts of works, and no run.
 */
package dev.bookplate.criteria;
