package dev.bookplate.evidence;

import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.Work;
import dev.bookplate.match.Extent;
import dev.bookplate.match.Finding;
import dev.bookplate.match.Grade;
import dev.bookplate.match.Passage;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Span;
import java.util.Arrays;
import java.util.List;

/** Works, documents and findings to test with; all invented. */
final class Fixtures {
  static final String PLAN = "plan-1";

  private Fixtures() {}

  static Work work(String id) {
    return new Work(
        id,
        "The Book of " + id,
        List.of("Ada Quill", "Bo Vellum"),
        List.of("9780306406157"),
        null,
        "Invented Press",
        2001,
        null,
        List.of(),
        new Rights(Rights.Status.IN_COPYRIGHT, "US", "stated", null),
        null);
  }

  static Edition edition(String workId, String id, int words) {
    return new Edition(
        id,
        workId,
        workId + "/" + id + ".epub",
        Digests.sha256(id),
        Digests.sha256(id).substring(0, 32),
        9,
        Digests.sha256("text of " + id),
        words * 6,
        words,
        "en",
        "test 1");
  }

  static SoughtWork sought(String workId, int words) {
    return new SoughtWork(
        work(workId), List.of(edition(workId, workId + "-1", words)), "shelf", null, "text");
  }

  static Origin at(String path, long record) {
    return new Origin("corpus", path, null, record, record * 100, record * 100 + 99);
  }

  /** A passage of so many words that aligns exactly from a word of the edition on. */
  static Passage passage(int refWord, int words) {
    return passage(refWord, words, "quoted words", null, null);
  }

  static Passage passage(int refWord, int words, String quote, String common, String cap) {
    Span document = new Span(0, words * 6);
    Span reference = new Span(refWord * 6, (refWord + words) * 6);
    return new Passage(
        document,
        reference,
        new Span(0, words),
        words,
        words,
        words,
        1.0,
        List.of(new Passage.Piece(document, reference)),
        List.of(new Span(refWord, refWord + words)),
        common,
        cap,
        List.of(),
        quote == null ? null : new Passage.Quote(quote, quote, List.of(), words > 60));
  }

  /** A finding of the first edition of a work; its text is told apart by where it is. */
  static Finding finding(Origin where, SoughtWork sought, Extent extent, Passage... passages) {
    return finding(where, where.path() + where.record(), sought, extent, passages);
  }

  static Finding finding(
      Origin where, String text, SoughtWork sought, Extent extent, Passage... passages) {
    int words = Arrays.stream(passages).mapToInt(Passage::words).sum();
    int longest = Arrays.stream(passages).mapToInt(Passage::longestRunWords).max().orElse(0);
    return new Finding(
        document(where, text),
        new Finding.Reference(
            sought.work(), sought.editions().getFirst(), sought.catalogue(), sought.asOf()),
        longest >= 50 ? Grade.STRONG : longest >= 25 ? Grade.MODERATE : Grade.LEAD,
        extent,
        new Finding.Measures(words, words, 0.87654321, 2.0 / 3, longest, 1.0),
        List.of(passages),
        List.of(
            new Finding.Evidence("text", true, List.of(new Finding.Evidence.Detail("seeds", "3")))),
        List.of("run-of-50"));
  }

  static Finding.FoundDocument document(Origin where, String text) {
    return new Finding.FoundDocument(
        where,
        "text",
        "doc-" + where.record(),
        Digests.sha256(text),
        12_345,
        2_100,
        "en",
        "jsonl 1",
        "https://example.org/" + where.record(),
        null,
        null,
        "2024");
  }
}
