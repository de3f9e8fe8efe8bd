package dev.bookplate.audit;

import dev.bookplate.catalogue.SampledHeader;

/**
 * What {@code sample.json} says of a catalogue that was imported without its text.
 *
 * @param format {@link #FORMAT}
 * @param header of the file that it came in
 * @param digest of that file's content
 * @param signature of that digest, in hex, or null
 * @param signer SHA-256 of the public key that the signature was checked with, or null where it was
 *     not checked
 */
public record SampleInfo(
    String format, SampledHeader header, String digest, String signature, String signer) {
  /** Name and version of its form. */
  public static final String FORMAT = "bookplate-sample/1";

  /** Whether anybody signed, and whether that was checked, in words. */
  public String signed() {
    if (signature == null) {
      return "not signed";
    }
    return signer == null
        ? "signed, but not checked: import it with --verify-key"
        : "signed, checked with the key of SHA-256 " + signer;
  }
}
