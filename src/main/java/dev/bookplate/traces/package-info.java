/**
 * What a document shows of where it came from, without being held against another text: the numbers
 * that it names, and the marks that libraries, distributors and programs leave. Supporting evidence
 * only.
 */
package dev.bookplate.traces;
