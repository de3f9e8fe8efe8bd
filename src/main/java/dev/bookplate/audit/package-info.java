/** The use cases: scan a corpus, build a catalogue. */
package dev.bookplate.audit;
