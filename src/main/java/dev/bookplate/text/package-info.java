/** Words with their spans in the original; the one place that normalises. */
package dev.bookplate.text;
