package dev.bookplate.books;

import dev.bookplate.catalogue.rows.RowOutcome;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts the rows of one source while they are added. */
final class SourceTally {
  /** Reasons that are told apart, at most: some name what stands in the row. */
  private static final int REASONS = 50;

  private static final int EXAMPLES = 100;

  private final Map<String, Long> reasons = new TreeMap<>();
  private final List<String> examples = new ArrayList<>();
  private final MessageDigest digest;
  private long read;
  private long rejected;

  SourceTally() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }

  void read(byte[] payload) {
    digest.update(payload);
    read++;
  }

  void reject(RowOutcome.Rejected row) {
    rejected++;
    boolean isNamed = reasons.containsKey(row.reason()) || reasons.size() < REASONS;
    reasons.merge(isNamed ? row.reason() : "other reasons", 1L, Long::sum);
    if (examples.size() < EXAMPLES) {
      examples.add(row.place() + ": " + row.reason());
    }
  }

  RowSource source(BookBuilder.SourceName name, String asOf, String problem, List<String> about) {
    return new RowSource(
        name.source(),
        name.sha256(),
        name.format(),
        asOf,
        read,
        rejected,
        problem,
        reasons,
        List.copyOf(examples),
        digest(),
        List.copyOf(about));
  }

  /** Of all payloads so far, which then starts anew. */
  String digest() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
