package dev.bookplate.match;

import dev.bookplate.catalogue.TitleWords;
import dev.bookplate.match.Finding.Evidence;
import dev.bookplate.match.Finding.Evidence.Detail;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * All kinds of evidence for one work in one document, in one finding, each with its own measure.
 * The grade is that of the strongest single rule. Where text, bytes and title are of different
 * works, each finding says so, and nothing is averaged.
 */
public final class Assembly {
  /** The order of findings in a document. */
  private static final Comparator<Finding> ORDER =
      Comparator.comparing((Finding f) -> f.reference().work().id())
          .thenComparing(Assembly::edition, Comparator.nullsFirst(Comparator.naturalOrder()))
          .thenComparing(f -> f.reference().catalogue());

  /** Details of one hit that are told; equal editions in one catalogue have no end. */
  private static final int MOST_OF_A_KIND = 5;

  private final List<Finding> texts;
  private final Map<String, List<Hit>> hits = new LinkedHashMap<>();
  private final List<Evidence> support;

  private Assembly(List<Finding> texts, List<Hit> hits, List<Evidence> support) {
    this.texts = texts;
    this.support = support;
    hits.forEach(hit -> this.hits.computeIfAbsent(hit.work(), w -> new ArrayList<>()).add(hit));
  }

  /**
   * The findings of a document.
   *
   * @param texts what was found by its text
   * @param hits what was found by anything else
   * @param support evidence that is of no work by itself, and goes to every finding
   * @param document what findings say of it, asked for only where hits make a finding of their own
   */
  public static List<Finding> of(
      List<Finding> texts,
      List<Hit> hits,
      List<Evidence> support,
      Supplier<Finding.FoundDocument> document) {
    if (hits.isEmpty() && (support.isEmpty() || texts.isEmpty())) {
      return texts;
    }
    return new Assembly(texts, hits, support).findings(document);
  }

  private List<Finding> findings(Supplier<Finding.FoundDocument> document) {
    List<Finding> findings = new ArrayList<>();
    Set<String> joined = new LinkedHashSet<>();
    for (Finding text : texts) {
      String work = Hit.key(text.reference());
      List<Hit> own = isBest(text, work) ? hits.getOrDefault(work, List.of()) : List.of();
      joined.add(work);
      findings.add(own.isEmpty() ? contradicted(text) : joined(text, own));
    }
    Finding.FoundDocument found = joined.containsAll(hits.keySet()) ? null : document.get();
    for (Map.Entry<String, List<Hit>> of : hits.entrySet()) {
      if (!joined.contains(of.getKey())) {
        findings.add(alone(of.getValue(), found));
      }
    }
    findings.sort(ORDER);
    return findings.stream().map(f -> support.isEmpty() ? f : f.with(support)).toList();
  }

  private static String edition(Finding finding) {
    return finding.reference().edition() == null ? null : finding.reference().edition().id();
  }

  /** Of several findings of a work, the one whose edition was hit; else the surest, the first. */
  @SuppressWarnings("ReferenceEquality") // this one, not one like it
  private boolean isBest(Finding text, String work) {
    List<Finding> same = texts.stream().filter(f -> Hit.key(f.reference()).equals(work)).toList();
    Set<String> hit = new LinkedHashSet<>();
    hits.getOrDefault(work, List.of()).forEach(h -> hit.add(edition(h.reference())));
    return same.stream()
        .min(
            Comparator.comparing((Finding f) -> !hit.contains(edition(f)))
                .thenComparing(Finding::grade, Comparator.reverseOrder()))
        .filter(best -> best == text)
        .isPresent();
  }

  private static String edition(Finding.Reference reference) {
    return reference.edition() == null ? "" : reference.edition().id();
  }

  private Finding joined(Finding text, List<Hit> own) {
    HitRule strongest = strongest(own);
    boolean isSurer = strongest.grade().compareTo(text.grade()) > 0;
    List<String> reasons = new ArrayList<>();
    if (isSurer) {
      reasons.add(strongest.label());
      // the first is the rule of the text, which does not decide any more
      reasons.addAll(text.reasons().subList(1, text.reasons().size()));
    } else {
      reasons.addAll(text.reasons());
      rules(own).forEach(reasons::add);
    }
    if (isOfBytes(own)) {
      reasons.add("row-and-text-agree");
    }
    List<Evidence> all = new ArrayList<>(text.evidence());
    all.addAll(told(own));
    all.addAll(contradictions(text.reference(), text, reasons));
    return text.graded(isSurer ? strongest.grade() : text.grade(), all, distinct(reasons));
  }

  /** A finding of text alone, where bytes or title are another work's. */
  private Finding contradicted(Finding text) {
    List<String> reasons = new ArrayList<>(text.reasons());
    List<Evidence> all = new ArrayList<>(text.evidence());
    all.addAll(contradictions(text.reference(), text, reasons));
    return all.size() == text.evidence().size()
        ? text
        : text.graded(text.grade(), all, distinct(reasons));
  }

  private Finding alone(List<Hit> own, Finding.FoundDocument document) {
    HitRule strongest = strongest(own);
    List<String> reasons = new ArrayList<>(rules(own));
    if (isOfBytes(own)) {
      boolean isTitled = own.stream().anyMatch(hit -> hit.rule().isOfTitle());
      reasons.add(isTitled ? "row-and-title-agree" : "work-by-row-alone");
    }
    Finding.Reference reference =
        own.stream().filter(h -> h.rule() == strongest).findFirst().orElseThrow().reference();
    List<Evidence> all = new ArrayList<>(told(own));
    all.addAll(contradictions(reference, null, reasons));
    return new Finding(
        document, reference, strongest.grade(), null, null, List.of(), all, distinct(reasons));
  }

  private static HitRule strongest(List<Hit> hits) {
    return hits.stream().map(Hit::rule).min(Comparator.naturalOrder()).orElseThrow();
  }

  /** The strongest of each kind. */
  private static List<String> rules(List<Hit> hits) {
    Map<String, HitRule> rules = new LinkedHashMap<>();
    hits.stream()
        .sorted(Comparator.comparing(Hit::rule))
        .forEach(hit -> rules.putIfAbsent(hit.evidence().kind(), hit.rule()));
    return rules.values().stream().map(HitRule::label).toList();
  }

  private static boolean isOfBytes(List<Hit> hits) {
    return hits.stream().anyMatch(hit -> hit.rule().isOfBytes());
  }

  private static List<String> distinct(List<String> reasons) {
    return reasons.stream().distinct().toList();
  }

  /** In the order of kinds; of each kind the first few that differ. */
  private static List<Evidence> told(List<Hit> hits) {
    List<Evidence> told = new ArrayList<>();
    for (String kind : List.of("hash", "identifier", "title")) {
      hits.stream()
          .filter(hit -> hit.evidence().kind().equals(kind))
          .sorted(Comparator.comparing(Hit::rule))
          .map(Hit::evidence)
          .distinct()
          .limit(MOST_OF_A_KIND)
          .forEach(told::add);
    }
    return told;
  }

  /**
   * What speaks for another work. A text that is most of a work is what the document is, whatever
   * it is called; bytes and titles are held against it, and titles against bytes.
   *
   * @param own finding of the work by its text, or null
   */
  private List<Evidence> contradictions(
      Finding.Reference reference, Finding own, List<String> reasons) {
    List<Evidence> against = new ArrayList<>();
    boolean isHit = hits.containsKey(Hit.key(reference));
    boolean isText = own != null && isCopy(own);
    if (isHit && !isText) {
      texts.stream()
          .filter(f -> isCopy(f) && isOther(reference, f.reference()))
          .findFirst()
          .ifPresent(f -> against.add(contradiction("text", f.reference(), reasons)));
    }
    if (isText || isHit) {
      against(reference, "hash", isText, reasons).ifPresent(against::add);
      against(reference, "title", isText, reasons).ifPresent(against::add);
    }
    return against;
  }

  /** A hit of another work, where none of that kind is of this one. */
  private Optional<Evidence> against(
      Finding.Reference reference, String kind, boolean isText, List<String> reasons) {
    List<Hit> all = hits.values().stream().flatMap(List::stream).filter(h -> is(h, kind)).toList();
    boolean isOwn = all.stream().anyMatch(h -> !isOther(reference, h.reference()));
    if (isOwn || all.isEmpty() || !isText && is(hits.get(Hit.key(reference)), kind)) {
      return Optional.empty();
    }
    return Optional.of(contradiction(kind, all.get(0).reference(), reasons));
  }

  private static boolean is(Hit hit, String kind) {
    return hit.evidence().kind().equals(kind);
  }

  private static boolean is(List<Hit> hits, String kind) {
    return hits != null && hits.stream().anyMatch(h -> is(h, kind));
  }

  private static Evidence contradiction(
      String kind, Finding.Reference other, List<String> reasons) {
    reasons.add(kind + "-is-of-another-work");
    String basis =
        kind.equals("text")
            ? Evidence.ALIGNED
            : kind.equals("hash") ? Evidence.DIGEST : Evidence.NAME;
    return new Evidence(
        kind,
        basis,
        List.of(
            new Detail(Evidence.CONTRADICTS, kind + " is of another work"),
            new Detail("otherCatalogue", other.catalogue()),
            new Detail("otherWork", other.work().id()),
            new Detail("otherTitle", other.work().title())));
  }

  private static boolean isCopy(Finding finding) {
    return finding.extent() != null && finding.extent().compareTo(Extent.MOST) >= 0;
  }

  /** Two catalogues may hold one work, under titles that agree. */
  private static boolean isOther(Finding.Reference one, Finding.Reference two) {
    return !Hit.key(one).equals(Hit.key(two))
        && !TitleWords.agree(one.work().title(), two.work().title());
  }
}
