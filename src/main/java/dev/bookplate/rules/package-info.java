/** Files of rules that people write: JSON of which every value knows where it stands. */
package dev.bookplate.rules;
