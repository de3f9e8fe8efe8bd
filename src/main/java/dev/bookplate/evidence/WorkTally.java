package dev.bookplate.evidence;

import dev.bookplate.catalogue.Edition;
import dev.bookplate.catalogue.Work;
import dev.bookplate.evidence.FindingLine.PassageLine;
import dev.bookplate.match.Extent;
import dev.bookplate.match.Grade;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Adds up the findings of one work; its size is that of its gaps and its distinct documents. */
final class WorkTally {
  private static final int MODERATE_RUN = 25;
  private static final int MODERATE_WORDS = 75;
  private static final double MODERATE_IDENTITY = 0.8;
  private static final int SHORT_WORDS = 1000;

  private final Map<String, WordRanges> unions = new HashMap<>();
  private final Set<String> texts = new HashSet<>();
  private long findings;
  private long copies;
  private long spanWords;
  private int longestRunWords;
  private Grade grade;

  /** Adds a finding of this work. */
  void add(FindingLine finding) {
    findings++;
    texts.add(finding.document().textSha256());
    copies += Copies.isCopy(finding) ? 1 : 0;
    spanWords += finding.measures() == null ? 0 : finding.measures().spanWords();
    raise(Grade.valueOf(finding.grade().toUpperCase(Locale.ROOT)));
    finding.passages().forEach(passage -> add(passage, finding.work().edition().id()));
  }

  private void raise(Grade other) {
    grade = grade == null || other.compareTo(grade) > 0 ? other : grade;
  }

  private void add(PassageLine passage, String edition) {
    if (passage.lacksReference() || passage.common() || passage.cap() != null) {
      return;
    }
    longestRunWords = Math.max(longestRunWords, passage.longestRunWords());
    if (isModerateAlone(passage)) {
      WordRanges union = unions.computeIfAbsent(edition, id -> new WordRanges());
      passage.refWords().forEach(range -> union.add(range.get(0), range.get(1)));
    }
  }

  /** Meets a rule of moderate, or of strong, without any other passage's help. */
  private static boolean isModerateAlone(PassageLine passage) {
    return passage.longestRunWords() >= MODERATE_RUN
        || (passage.words() >= MODERATE_WORDS && passage.identity() >= MODERATE_IDENTITY);
  }

  /** The row of this work. */
  WorkRow row(SoughtWork sought) {
    Work work = sought.work();
    Edition edition = reference(sought.editions());
    int editionWords = edition == null ? 0 : edition.words();
    int exactWords = edition == null ? 0 : union(edition);
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
        grade == null ? null : grade.label(),
        exactWords == 0 ? null : Extent.of(exactWords, editionWords).label(),
        sought.isEstimated() ? null : coverage(exactWords, editionWords),
        sought.isEstimated() ? null : (Integer) exactWords,
        sought.isEstimated() ? null : (Integer) longestRunWords,
        spanWords,
        edition == null ? null : edition.id(),
        edition == null ? null : edition.sha256(),
        editionWords,
        editionWords > 0 && editionWords < SHORT_WORDS);
  }

  private static Double coverage(int words, int of) {
    return of == 0 ? 0 : FindingLines.rounded((double) words / of);
  }

  /** The edition with the largest union; among equals the longest, then the first by id. */
  private Edition reference(List<Edition> editions) {
    return editions.stream()
        .min(
            Comparator.comparingInt(this::union)
                .thenComparingInt(Edition::words)
                .reversed()
                .thenComparing(Edition::id))
        .orElse(null);
  }

  private int union(Edition edition) {
    WordRanges union = unions.get(edition.id());
    return union == null ? 0 : union.words();
  }

  /** Whether anything of the work was found. */
  boolean isFound() {
    return findings > 0;
  }
}
