package dev.bookplate.audit;

import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.match.GradeFacts;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The steps and rules by which a scan finds, as its manifest tells them. */
final class MethodFacts {
  private MethodFacts() {}

  static Map<String, String> of(FingerprintSpec spec) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put(
        "1 extraction",
        "the text of each record is taken by the extractor that the finding names, and stays"
            + " UTF-8");
    facts.put(
        "2 normalisation",
        "version "
            + spec.words()
            + ": words are runs of letters and digits; folded over case, accents, width, ligatures,"
            + " look-alike letters and hyphenation; a character of Chinese or Japanese is a word");
    facts.put(
        "3 fingerprints",
        String.format(
            Locale.ROOT,
            "every %d words in a row are hashed; of every %d hashes in a row the smallest is kept"
                + " (winnowing, windowed MinHash); hash functions are version %d and have fixed"
                + " seeds; nothing of a scan is random",
            spec.shingle(),
            spec.window(),
            spec.version()));
    facts.put(
        "4 sketch",
        String.format(
            Locale.ROOT,
            "MinHash of %d values in %d bands of %d, for estimates only: no grade rests on it",
            spec.sketch(),
            spec.bands(),
            spec.sketch() / spec.bands()));
    facts.put(
        "5 alignment",
        "one fingerprint in common is enough: it is extended word by word in both texts; what is"
            + " reported is what aligns");
    facts.put("6 least passage", GradeFacts.leastPassage());
    facts.put("7 grades", GradeFacts.grades());
    facts.put("8 common text", GradeFacts.commonText());
    return facts;
  }
}
