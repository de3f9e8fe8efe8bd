package dev.bookplate.evidence;

import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.match.Extent;
import dev.bookplate.match.Grade;
import dev.bookplate.origin.Digests;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Adds up the findings of one work; its size is that of its gaps and its distinct documents. */
final class WorkTally {
  private static final int SHORT_WORDS = 1000;
  private static final EditionTally NOTHING = new EditionTally();

  private final Map<String, EditionTally> editions = new HashMap<>();
  private final Set<DigestKey> texts = new HashSet<>();
  private DigestKey last;
  private boolean isNewText;
  private long findings;
  private long copies;
  private long spanWords;
  private long passages;
  private long distinctTextPassages;
  private int longestRunWords;
  private Grade grade;
  private Grade gradeWithCommon;

  /** Adds a finding of this work; asked in canonical order. */
  void add(FindingLine finding) {
    findings++;
    meet(finding);
    copies += Copies.isCopy(finding) ? 1 : 0;
    spanWords += finding.measures() == null ? 0 : finding.measures().spanWords();
    Grade given = Grade.valueOf(finding.grade().toUpperCase(Locale.ROOT));
    grade = higher(grade, given);
    gradeWithCommon = higher(gradeWithCommon, given);
    finding.passages().forEach(this::add);
    CountedWords.of(
        finding,
        (edition, start, end, common) ->
            editions
                .computeIfAbsent(edition, id -> new EditionTally())
                .add(start, end, common, isNewText));
  }

  /** Several findings of one document, of several editions, are of one text. */
  private void meet(FindingLine finding) {
    DocumentLine document = finding.document();
    DigestKey place =
        DigestKey.of(
            Digests.sha256(
                String.join(
                    "\n",
                    document.corpus(),
                    document.path(),
                    String.valueOf(document.member()),
                    Long.toString(document.record()))));
    if (!place.equals(last)) {
      // the key of a file without text is of its bytes
      String text = document.textSha256() == null ? finding.key() : document.textSha256();
      isNewText = texts.add(DigestKey.of(text));
      last = place;
    }
  }

  private static Grade higher(Grade one, Grade other) {
    return one == null || other.compareTo(one) > 0 ? other : one;
  }

  private void add(PassageLine passage) {
    if (passage.lacksReference() || passage.cap() != null) {
      return;
    }
    gradeWithCommon = higher(gradeWithCommon, passage.gradeAlone());
    if (!passage.common()) {
      longestRunWords = Math.max(longestRunWords, passage.longestRunWords());
    }
    if (passage.counts()) {
      passages++;
      distinctTextPassages += isNewText ? 1 : 0;
    }
  }

  /** The row of this work. */
  WorkRow row(SoughtWork sought) {
    Work work = sought.work();
    Edition edition = reference(sought.editions());
    int editionWords = edition == null ? 0 : edition.words();
    EditionTally tally = edition == null ? NOTHING : tally(edition);
    Occurrence occurrence = tally.occurrence(editionWords);
    int exactWords = occurrence.exactWords();
    int withCommon = tally.unionWithCommon(editionWords);
    return new WorkRow(
        sought.catalogue(),
        sought.asOf(),
        work.id(),
        work.title(),
        work.authors(),
        work.isbns(),
        work.asin(),
        work.publisher(),
        work.year(),
        work.holder(),
        work.registrations(),
        work.rights().status().label(),
        work.rights().jurisdiction(),
        work.rights().rule(),
        work.permission(),
        sought.searchedBy(),
        findings,
        texts.size(),
        copies,
        label(grade),
        extent(exactWords, editionWords),
        sought.isEstimated() ? null : (Double) occurrence.share(exactWords),
        sought.isEstimated() ? null : (Integer) exactWords,
        sought.isEstimated() ? null : (Integer) longestRunWords,
        spanWords,
        label(gradeWithCommon),
        extent(withCommon, editionWords),
        sought.isEstimated() ? null : (Double) occurrence.share(withCommon),
        passages,
        distinctTextPassages,
        occurrence.stretches(),
        occurrence.longestStretch(),
        occurrence.meanTimes(),
        occurrence.share(tally.distinctWords()),
        occurrence.shareOnce(),
        occurrence.shareTwoToFour(),
        occurrence.shareFiveOrMore(),
        occurrence.mostTimes(),
        occurrence.mostStart(),
        occurrence.mostEnd(),
        occurrence.profile(),
        edition == null ? null : edition.id(),
        edition == null ? null : edition.sha256(),
        editionWords,
        editionWords > 0 && editionWords < SHORT_WORDS);
  }

  private static String label(Grade grade) {
    return grade == null ? null : grade.label();
  }

  private static String extent(int exactWords, int editionWords) {
    return exactWords == 0 ? null : Extent.of(exactWords, editionWords).label();
  }

  /** The edition with the largest union, of equals with common text; then the longest, by id. */
  private Edition reference(List<Edition> candidates) {
    return candidates.stream()
        .min(
            Comparator.<Edition>comparingInt(edition -> tally(edition).union(edition.words()))
                .thenComparingInt(edition -> tally(edition).unionWithCommon(edition.words()))
                .thenComparingInt(Edition::words)
                .reversed()
                .thenComparing(Edition::id))
        .orElse(null);
  }

  private EditionTally tally(Edition edition) {
    return editions.getOrDefault(edition.id(), NOTHING);
  }

  /** Whether anything of the work was found. */
  boolean isFound() {
    return findings > 0;
  }
}
