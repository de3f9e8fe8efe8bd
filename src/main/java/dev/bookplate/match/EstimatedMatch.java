package dev.bookplate.match;

import dev.bookplate.origin.Span;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One edition's passages in one document where of the edition only fingerprints are held.
 *
 * @param match the passages
 * @param estimates one a passage, in the same order
 * @param editionFingerprints that the edition has in all
 */
record EstimatedMatch(WorkMatch match, List<Estimate> estimates, int editionFingerprints) {
  /** Share of a passage that other passages must hold to stand for it. */
  private static final double SHARED = 0.8;

  /** Of the editions of one work the one with most fingerprints in the document, first. */
  static final Comparator<EstimatedMatch> BEST_FIRST =
      Comparator.comparingInt((EstimatedMatch m) -> m.hashes(i -> true).size())
          .reversed()
          .thenComparing(m -> m.match.reference().edition().id());

  private static final String CONFIRMED = "aligned-edition-confirms";
  private static final int SHORT_WORDS = 1000;

  private interface Choice {
    boolean takes(int passage);
  }

  private Set<Long> hashes(Choice choice) {
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < estimates.size(); i++) {
      if (choice.takes(i)) {
        hashes.addAll(estimates.get(i).hashes());
      }
    }
    return hashes;
  }

  /** The same with what other works say about its passages, in their order. */
  EstimatedMatch with(WorkMatch explained) {
    return new EstimatedMatch(explained, estimates, editionFingerprints);
  }

  /** What other passages of the document leave of this, or null where that is nothing. */
  EstimatedMatch without(List<Passage> others) {
    List<Passage> passages = new ArrayList<>();
    List<Estimate> left = new ArrayList<>();
    for (int i = 0; i < estimates.size(); i++) {
      Passage passage = match.passages().get(i);
      if (!isShared(passage, others)) {
        passages.add(passage);
        left.add(estimates.get(i));
      }
    }
    return passages.isEmpty()
        ? null
        : new EstimatedMatch(match.withPassages(passages), left, editionFingerprints);
  }

  private static boolean isShared(Passage passage, List<Passage> others) {
    Span words = passage.documentWords();
    int shared = 0;
    for (Passage other : others) {
      shared += words.overlap(other.documentWords());
    }
    return shared >= SHARED * words.length();
  }

  /**
   * The finding.
   *
   * @param aligned what is found in the same document of editions whose text is held: those of the
   *     same work confirm what they cover
   */
  Finding finding(Finding.FoundDocument document, List<WorkMatch> aligned) {
    List<WorkMatch> same = aligned.stream().filter(this::isSameWork).toList();
    List<GradeRule> confirming = new ArrayList<>();
    for (Passage passage : match.passages()) {
      confirming(passage, same).forEach(confirming::add);
    }
    GradeRule confirmed = confirming.stream().min(Comparator.naturalOrder()).orElse(null);
    EstimateRule rule = rule();
    boolean isSurer = confirmed != null && confirmed.grade().compareTo(rule.grade()) > 0;
    int words = match.reference().edition().words();
    ShareInterval share = ShareInterval.of(counted().size(), editionFingerprints);
    return new Finding(
        document,
        match.reference(),
        isSurer ? confirmed.grade() : rule.grade(),
        Extent.of((int) (share.low() * words), words),
        measures(document.words()),
        match.passages(),
        List.of(new Finding.Evidence("text", false, detail(same, confirmed))),
        reasons(rule, confirmed));
  }

  private boolean isSameWork(WorkMatch other) {
    return other.reference().work().id().equals(match.reference().work().id());
  }

  /** The rules of the aligned passages that cover an estimated one, if together they do. */
  private static List<GradeRule> confirming(Passage passage, List<WorkMatch> same) {
    List<Passage> covering =
        same.stream()
            .flatMap(m -> m.passages().stream())
            .filter(p -> p.documentWords().overlap(passage.documentWords()) > 0)
            .toList();
    return isShared(passage, covering) ? covering.stream().map(GradeRule::of).toList() : List.of();
  }

  /** The strongest rule of a passage that nothing keeps down. */
  private EstimateRule rule() {
    EstimateRule strongest = EstimateRule.ESTIMATED_2_FINGERPRINTS_IN_60_WORDS;
    for (int i = 0; i < estimates.size(); i++) {
      EstimateRule rule = estimates.get(i).rule();
      strongest = isFree(i) && rule.compareTo(strongest) < 0 ? rule : strongest;
    }
    return strongest;
  }

  private boolean isFree(int i) {
    Passage passage = match.passages().get(i);
    return passage.common() == null && passage.cap() == null;
  }

  /** Fingerprints of the edition in passages that are not common text. */
  private Set<Long> counted() {
    return hashes(i -> match.passages().get(i).common() == null);
  }

  private List<String> reasons(EstimateRule rule, GradeRule confirmed) {
    List<String> reasons = new ArrayList<>(List.of(rule.label()));
    if (confirmed != null) {
      reasons.add(CONFIRMED);
      reasons.add(confirmed.label());
    }
    match.passages().stream()
        .map(Passage::cap)
        .filter(cap -> cap != null)
        .distinct()
        .forEach(reasons::add);
    if (match.passages().stream().anyMatch(p -> p.common() != null)) {
      reasons.add("common-text");
    }
    if (match.reference().edition().words() < SHORT_WORDS) {
      reasons.add("short-work");
    }
    return List.copyOf(reasons);
  }

  private Finding.Measures measures(int documentWords) {
    int span = match.passages().stream().mapToInt(Passage::words).sum();
    return new Finding.Measures(
        span, null, documentWords == 0 ? 0 : (double) span / documentWords, null, null, null);
  }

  private List<Finding.Evidence.Detail> detail(List<WorkMatch> same, GradeRule confirmed) {
    List<Finding.Evidence.Detail> detail = new ArrayList<>();
    Set<Long> all = hashes(i -> true);
    int found = estimates.stream().mapToInt(Estimate::found).sum();
    int expected = estimates.stream().mapToInt(Estimate::expected).sum();
    fact(detail, "fingerprintsFound", all.size());
    fact(detail, "fingerprintsOfEdition", editionFingerprints);
    fact(detail, "fingerprintsLookedUpInPassages", expected);
    fact(detail, "fingerprintsFoundOfThese", found);
    share(detail, "containmentEstimate", ShareInterval.of(found, expected));
    share(detail, "workCoverageEstimate", ShareInterval.of(counted().size(), editionFingerprints));
    int span = match.passages().stream().mapToInt(Passage::words).sum();
    fact(
        detail, "exactWordsEstimate", Math.round(span * ShareInterval.of(found, expected).share()));
    if (confirmed != null) {
      detail.add(
          new Finding.Evidence.Detail(
              "confirmedBy",
              same.stream()
                  .map(m -> m.reference().catalogue() + ": " + m.reference().edition().id())
                  .collect(Collectors.joining("; "))));
    }
    return List.copyOf(detail);
  }

  private static void fact(List<Finding.Evidence.Detail> detail, String name, long value) {
    detail.add(new Finding.Evidence.Detail(name, Long.toString(value)));
  }

  private static void share(
      List<Finding.Evidence.Detail> detail, String name, ShareInterval share) {
    detail.add(new Finding.Evidence.Detail(name, rounded(share.share())));
    detail.add(
        new Finding.Evidence.Detail(
            name + "95", rounded(share.low()) + " to " + rounded(share.high())));
  }

  private static String rounded(double share) {
    return BigDecimal.valueOf(share).setScale(4, RoundingMode.HALF_EVEN).toPlainString();
  }
}
