package dev.bookplate.match;

import dev.bookplate.match.Finding.Evidence.Detail;
import dev.bookplate.origin.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a document holds of an edition whose passages are not reported, because another edition of
 * the work explains them: so that chunks of two editions can be put together as one book. Only
 * passages that are moderate by themselves are in it.
 *
 * @param edition its id
 * @param words word ordinals that align exactly, ascending and disjoint
 * @param commonWords likewise, of common text
 */
public record OtherEdition(String edition, List<Span> words, List<Span> commonWords) {
  private static final String EDITION = "otherEdition";
  private static final String WORDS = "refWords";
  private static final String COMMON = "commonRefWords";

  /** How much of a passage must stand in common text to be common itself. */
  private static final double SHARED = 0.5;

  /**
   * Of an edition's passages.
   *
   * @param common passages that were reported, and are common
   */
  static OtherEdition of(String edition, List<Passage> passages, List<Passage> common) {
    List<Span> words = new ArrayList<>();
    List<Span> commonWords = new ArrayList<>();
    for (Passage passage : passages) {
      boolean counts =
          passage.cap() == null
              && Grade.of(passage.words(), passage.longestRunWords(), passage.identity())
                  != Grade.LEAD;
      if (counts) {
        (isCommon(passage, common) ? commonWords : words).addAll(passage.exactReference());
      }
    }
    return new OtherEdition(
        edition, PassageMaker.union(words.stream()), PassageMaker.union(commonWords.stream()));
  }

  private static boolean isCommon(Passage passage, List<Passage> common) {
    Span words = passage.documentWords();
    int shared = common.stream().mapToInt(p -> words.overlap(p.documentWords())).sum();
    return passage.common() != null || shared >= SHARED * words.length();
  }

  boolean isEmpty() {
    return words.isEmpty() && commonWords.isEmpty();
  }

  /** As evidence of a finding. */
  public Finding.Evidence evidence() {
    return new Finding.Evidence(
        "text",
        true,
        List.of(
            new Detail(EDITION, edition),
            new Detail(WORDS, written(words)),
            new Detail(COMMON, written(commonWords))));
  }

  /** What {@link #evidence} says, or null where it is about something else. */
  public static OtherEdition of(Map<String, String> detail) {
    return !detail.containsKey(EDITION)
        ? null
        : new OtherEdition(detail.get(EDITION), read(detail.get(WORDS)), read(detail.get(COMMON)));
  }

  /** Half-open ranges, such as {@code 0-210 220-400}. */
  private static String written(List<Span> spans) {
    return spans.stream()
        .map(span -> span.start() + "-" + span.end())
        .collect(Collectors.joining(" "));
  }

  private static List<Span> read(String ranges) {
    return Stream.of(ranges.split(" ", -1))
        .filter(r -> !r.isEmpty())
        .map(OtherEdition::span)
        .toList();
  }

  private static Span span(String range) {
    int dash = range.indexOf('-');
    return new Span(
        Integer.parseInt(range.substring(0, dash)), Integer.parseInt(range.substring(dash + 1)));
  }
}
