package dev.bookplate.index;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Entries of random words, and indexes of them. */
final class Shelves {
  static final FingerprintSpec SPEC = FingerprintSpec.STANDARD;

  private Shelves() {}

  /** Words of a vocabulary in which few are frequent. */
  static String text(long seed, int words) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < words; i++) {
      int rank = (int) Math.pow(5000, random.nextDouble());
      text.append(Integer.toString(rank * 7919, 36)).append(i % 11 == 10 ? ".\n" : " ");
    }
    return text.toString();
  }

  static ReferenceEntry entry(String id, String text) {
    byte[] payload = ("payload of " + id).getBytes(StandardCharsets.UTF_8);
    return new ReferenceEntry(
        id, Map.of("title", List.of("Title " + id)), payload, Utf8Text.of(text));
  }

  /** Adds entries to the index in a folder, and commits once. */
  static void add(Path folder, ReferenceEntry... entries) throws IOException {
    try (IndexBuilder builder = IndexBuilder.open(folder, SPEC)) {
      for (ReferenceEntry entry : entries) {
        builder.add(entry);
      }
      builder.commit();
    }
  }
}
