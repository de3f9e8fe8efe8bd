/** Renders runs; sees runs and nothing else. */
package dev.bookplate.report;
