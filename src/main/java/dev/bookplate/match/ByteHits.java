package dev.bookplate.match;

import dev.bookplate.catalogue.digests.FileDigests;
import dev.bookplate.catalogue.rows.FileFacts;
import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.match.Finding.Evidence;
import dev.bookplate.match.Finding.Evidence.Detail;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Holds the digests of a file against those of catalogues: books of which at least one digest is
 * the file's, with all that agree and all that do not.
 */
public final class ByteHits {
  /** The surest first; CRC32 is of 32 bits, and of no use without the size. */
  private static final List<Digest> ORDER =
      List.of(Digest.SHA256, Digest.SHA1, Digest.MD5, Digest.ED2K, Digest.CRC32);

  private final KnownBooks books;

  /** Against these. */
  public ByteHits(KnownBooks books) {
    this.books = books;
  }

  /**
   * The books that a file may be.
   *
   * @param what the digests are of, as people are told it: {@code the file}
   */
  public List<Hit> of(FileDigests file, String what) throws IOException {
    Map<String, KnownBook> known = new LinkedHashMap<>();
    for (Digest kind : ORDER) {
      for (String digest : file.of(kind)) {
        books.withDigest(kind, digest).forEach(book -> known.putIfAbsent(book.id(), book));
      }
    }
    List<Hit> hits = new ArrayList<>();
    for (KnownBook book : known.values()) {
      Hit hit = hit(file, what, book);
      if (hit != null) {
        hits.add(hit);
      }
    }
    return hits;
  }

  /** Null where nothing agrees but a CRC32, which needs a size that agrees. */
  private static Hit hit(FileDigests file, String what, KnownBook book) throws IOException {
    FileFacts row = book.file();
    List<Digest> agree = new ArrayList<>();
    List<Digest> differ = new ArrayList<>();
    for (Digest kind : ORDER) {
      String said = row.digests().get(kind);
      if (said != null && !file.of(kind).isEmpty()) {
        (file.of(kind).contains(said) ? agree : differ).add(kind);
      }
    }
    boolean otherSize = row.size() >= 0 && row.size() != file.size();
    HitRule rule = rule(agree, !differ.isEmpty() || otherSize, row.size() >= 0);
    return rule == null ? null : Hit.of(book, rule, evidence(file, what, book, agree, differ));
  }

  private static HitRule rule(List<Digest> agree, boolean isContradicted, boolean hasSize) {
    boolean onlyCrc = agree.equals(List.of(Digest.CRC32));
    if (agree.isEmpty() || onlyCrc && (isContradicted || !hasSize)) {
      return null;
    }
    if (agree.contains(Digest.SHA256)) {
      return HitRule.SAME_SHA256;
    } else if (isContradicted) {
      return HitRule.DIGESTS_DISAGREE;
    } else if (onlyCrc) {
      return HitRule.CRC32_AND_SIZE;
    }
    long strong = agree.stream().filter(kind -> kind != Digest.CRC32).count();
    if (strong > 1) {
      return HitRule.TWO_DIGESTS;
    }
    return switch (agree.get(0)) {
      case SHA1 -> HitRule.SAME_SHA1;
      case MD5 -> HitRule.SAME_MD5;
      default -> HitRule.SAME_ED2K;
    };
  }

  private static Evidence evidence(
      FileDigests file, String what, KnownBook book, List<Digest> agree, List<Digest> differ) {
    List<Detail> detail = new ArrayList<>();
    detail.add(new Detail("of", what));
    detail.add(new Detail("agree", labels(agree)));
    if (!differ.isEmpty()) {
      detail.add(new Detail("differ", labels(differ)));
    }
    FileFacts row = book.file();
    for (Digest kind : agree) {
      detail.add(new Detail(kind.label(), row.digests().get(kind)));
    }
    if (file.sha256() != null && !agree.contains(Digest.SHA256)) {
      detail.add(new Detail("fileSha256", file.sha256()));
    }
    detail.add(new Detail("size", Long.toString(file.size())));
    if (row.size() >= 0 && row.size() != file.size()) {
      detail.add(new Detail("rowSize", Long.toString(row.size())));
    }
    detail.add(new Detail("row", book.row()));
    return new Evidence("hash", Evidence.DIGEST, detail);
  }

  private static String labels(List<Digest> kinds) {
    return String.join(
        " ", kinds.stream().map(kind -> kind.label().toLowerCase(Locale.ROOT)).toList());
  }
}
