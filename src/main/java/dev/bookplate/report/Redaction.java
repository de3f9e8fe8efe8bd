package dev.bookplate.report;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.EditLine;
import dev.bookplate.evidence.FindingLine.EvidenceLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.origin.Digests;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Leaves text out of what is exported. Quotations are cut to their first words, or taken out; what
 * was cut is known by the SHA-256 of the whole quotation as the run has it. Measures, offsets and
 * digests stay.
 *
 * @param words that remain of each side of a passage, from 0
 */
public record Redaction(int words) {
  /** All of it is left out. */
  public static final Redaction ALL = new Redaction(0);

  private static final Pattern WORD = Pattern.compile("\\S+");

  /**
   * A finding with less text.
   *
   * @param finding as it may be shown
   * @param removed what was cut, in the order of the passages
   */
  public record Redacted(FindingLine finding, List<Removed> removed) {
    /** A finding as the run has it. */
    public static Redacted none(FindingLine finding) {
      return new Redacted(finding, List.of());
    }

    /** What was cut of a passage. */
    public Removed of(int passage) {
      return removed.stream().filter(r -> r.passage() == passage).findFirst().orElse(null);
    }
  }

  /**
   * What was cut.
   *
   * @param passage from 0
   * @param quoteSha256 of the document's side as the run has it, UTF-8, or null
   * @param refQuoteSha256 of the edition's side, or null
   */
  public record Removed(int passage, String quoteSha256, String refQuoteSha256) {
    /** In one sentence. */
    public String inWords() {
      StringBuilder out = new StringBuilder("Redacted.");
      if (quoteSha256 != null) {
        out.append(" SHA-256 of the quotation in the run, document: ").append(quoteSha256);
      }
      if (refQuoteSha256 != null) {
        out.append(quoteSha256 == null ? " SHA-256 of the quotation in the run," : ",");
        out.append(" edition: ").append(refQuoteSha256);
      }
      return out.toString();
    }
  }

  /** Refuses fewer words than none. */
  public Redaction {
    if (words < 0) {
      throw new IllegalArgumentException("words that remain are 0 or more, not " + words);
    }
  }

  /** How it is told. */
  public String label() {
    return words == 0 ? "all" : Integer.toString(words);
  }

  /** Cuts the text of a finding. */
  public Redacted of(FindingLine finding) {
    List<Removed> removed = new ArrayList<>();
    List<PassageLine> passages = new ArrayList<>();
    List<PassageLine> all = finding.passages() == null ? List.of() : finding.passages();
    for (int i = 0; i < all.size(); i++) {
      passages.add(cut(all.get(i), i, removed));
    }
    List<EvidenceLine> evidence = new ArrayList<>();
    for (EvidenceLine each :
        finding.evidence() == null ? List.<EvidenceLine>of() : finding.evidence()) {
      evidence.add(cut(each));
    }
    return new Redacted(with(finding, passages, evidence), List.copyOf(removed));
  }

  private PassageLine cut(PassageLine passage, int number, List<Removed> removed) {
    String quote = cut(passage.quote());
    String other = cut(passage.refQuote());
    boolean isCut = !Objects.equals(quote, passage.quote());
    boolean isOtherCut = !Objects.equals(other, passage.refQuote());
    if (!isCut && !isOtherCut) {
      return passage;
    }
    removed.add(
        new Removed(
            number,
            isCut ? Digests.sha256(passage.quote()) : null,
            isOtherCut ? Digests.sha256(passage.refQuote()) : null));
    return with(passage, quote, other, edits(passage, points(quote), points(other)));
  }

  /** The first words, or null if none remain. */
  private String cut(String quote) {
    if (quote == null || words == 0) {
      return null;
    }
    Matcher word = WORD.matcher(quote);
    int end = 0;
    for (int i = 0; i < words; i++) {
      if (!word.find()) {
        return quote;
      }
      end = word.end();
    }
    return word.find() ? quote.substring(0, end) : quote;
  }

  private static int points(String text) {
    return text == null ? 0 : text.codePointCount(0, text.length());
  }

  private static List<EditLine> edits(PassageLine passage, int quote, int other) {
    List<EditLine> edits = passage.edits() == null ? List.of() : passage.edits();
    return edits.stream()
        .map(
            e ->
                new EditLine(
                    Math.min(e.quoteStart(), quote),
                    Math.min(e.quoteEnd(), quote),
                    Math.min(e.refQuoteStart(), other),
                    Math.min(e.refQuoteEnd(), other)))
        .filter(e -> e.quoteStart() < e.quoteEnd() || e.refQuoteStart() < e.refQuoteEnd())
        .toList();
  }

  /** Evidence quotes what it rests on; that is text of the document too. */
  private EvidenceLine cut(EvidenceLine evidence) {
    String quote = evidence.detail() == null ? null : evidence.detail().get("quote");
    String cut = cut(quote);
    if (Objects.equals(quote, cut)) {
      return evidence;
    }
    Map<String, String> detail = new LinkedHashMap<>(evidence.detail());
    if (cut == null) {
      detail.remove("quote");
    } else {
      detail.put("quote", cut);
    }
    detail.put("quoteSha256", Digests.sha256(quote));
    return new EvidenceLine(evidence.kind(), evidence.basis(), detail);
  }

  private static PassageLine with(PassageLine p, String quote, String other, List<EditLine> edits) {
    return new PassageLine(
        p.docStart(),
        p.docEnd(),
        p.refStart(),
        p.refEnd(),
        p.words(),
        p.exactWords(),
        p.longestRunWords(),
        p.identity(),
        p.pieces(),
        p.refWords(),
        p.common(),
        p.commonWhy(),
        p.cap(),
        p.otherWorks(),
        quote,
        other,
        edits,
        true,
        p.place());
  }

  private static FindingLine with(
      FindingLine f, List<PassageLine> passages, List<EvidenceLine> evidence) {
    return new FindingLine(
        f.id(),
        f.key(),
        f.grade(),
        f.extent(),
        f.kinds(),
        f.document(),
        f.work(),
        f.measures(),
        f.passages() == null ? null : passages,
        f.evidence() == null ? null : evidence,
        f.reasons());
  }
}
