/**
 * Token ids to text: the files in which tokenizers are kept, and what becomes of the ids that they
 * gave. Only decoding, which needs no more than the bytes of each id and a few rules.
 */
package dev.bookplate.tokens;
