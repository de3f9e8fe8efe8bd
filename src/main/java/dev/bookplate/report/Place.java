package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine.DocumentLine;

/** Where a document stands, and offsets, as people are told them. */
public final class Place {
  private Place() {}

  /** Corpus, path, member, record, bytes. */
  public static String of(DocumentLine document) {
    StringBuilder out = new StringBuilder(file(document));
    out.append(", record ").append(document.record());
    if (document.byteStart() != null && document.byteEnd() != null) {
      out.append(", bytes ").append(offsets(document.byteStart(), document.byteEnd()));
    }
    if (document.field() != null) {
      out.append(", field ").append(document.field());
    }
    return out.toString();
  }

  /** Corpus, path, member. */
  public static String file(DocumentLine document) {
    String member = document.member() == null ? "" : "!" + document.member();
    return document.corpus() + "/" + document.path() + member;
  }

  /** A half-open range, with plain digits: they are to be copied. */
  static String offsets(long start, long end) {
    return start + "\u2013" + end;
  }
}
