package dev.bookplate.catalogue;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * The form of a file of fingerprints. All numbers are big-endian; nothing in it depends on time,
 * machine or order of addition, so that the same catalogue and key give the same bytes.
 *
 * <pre>
 * "bookplate-fingerprints/1\n"
 * int length, SampledHeader as JSON in UTF-8
 * for each edition, by work and source:
 *   int length, CataloguedEdition as JSON in UTF-8
 *   int count, count longs: the fingerprints, ascending
 *   header.sketch longs: the sketch
 * 32 bytes: SHA-256 of all before
 * int length, 0 or 64: Ed25519 signature over "bookplate fingerprints, digest " and that digest in hex
 * 32 bytes: SHA-256 of all before, so that damage to the signature shows without the signer's key
 * </pre>
 */
final class SampleFormat {
  static final String FAMILY = "bookplate-fingerprints/";
  static final String MAGIC = FAMILY + "1\n";
  static final int DIGEST = 32;
  static final int SIGNATURE = 64;

  /** No JSON in it is longer. */
  static final int MOST_JSON = 1 << 24;

  /** Longs that one array may have: a book of 10 billion words. */
  static final int MOST_FINGERPRINTS = 1 << 27;

  static final JsonMapper MAPPER =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private SampleFormat() {}
}
