package dev.bookplate.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.ScanTerms;
import dev.bookplate.fingerprint.Profile;
import dev.bookplate.fingerprint.ProfileFigures;
import dev.bookplate.index.ReferenceIndex;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says of a plan what its run will say of it. */
final class TermsMaker {
  /** The measure is the README's. */
  private static final String SAMPLED =
      "Of catalogues without text nothing is found for certain: their fingerprints are sampled, so"
          + " that nearly every unbroken run of 50 words is found, as an estimate, and none of"
          + " under 14 words.";

  private static final String ROWS =
      "No text was looked for: the catalogues hold records alone. A file, or a member of an"
          + " archive, that has a SHA-256, MD5, SHA-1 or eD2k of theirs is found; by numbers and"
          + " titles, what names them is found where it can be read.";

  private final AuditPlan plan;
  private final ScanTerms.Origin origin;

  TermsMaker(AuditPlan plan, ScanTerms.Origin origin) {
    this.plan = plan;
    this.origin = origin;
  }

  ScanTerms make(Contents contents, List<String> commandLine, Listing listing) {
    return new ScanTerms(
        new Manifest.Tool(
            "bookplate",
            Build.THIS.version(),
            Build.THIS.commit(),
            Build.jvm(),
            Build.sha256(),
            ReferenceIndex.libraryVersion()),
        commandLine,
        configuration(),
        contents.catalogues(),
        contents.background(),
        plan.quotes(),
        fingerprint(),
        guarantee(contents),
        contents.works(),
        MethodFacts.of(plan.spec()),
        origin,
        listing.unread(),
        listing.layouts());
  }

  /** What was decided, and what is known of the profile that was. */
  private JsonNode configuration() {
    ObjectNode decided = plan.configuration().deepCopy();
    Profile.ofSpec(plan.spec().toString())
        .ifPresent(profile -> decided.set("profileFacts", facts(profile)));
    return decided;
  }

  private static ObjectNode facts(Profile profile) {
    ObjectNode facts = JsonNodeFactory.instance.objectNode();
    facts.put("guaranteedWords", LookupWorker.PROMISED_WORDS);
    facts.put("commonFingerprintWords", profile.spec().guaranteedWords());
    facts.put("measuredOn", ProfileFigures.MEASURED_ON);
    facts.put("command", ProfileFigures.COMMAND.replace("PROFILE", profile.label()));
    ObjectNode figures = facts.putObject("measured");
    ProfileFigures.of(profile).forEach(figures::put);
    return facts;
  }

  private Map<String, String> fingerprint() {
    Map<String, String> parts = new LinkedHashMap<>();
    plan.spec().parts().forEach((name, value) -> parts.put(name, value.toString()));
    return parts;
  }

  /** Whether any text is looked for. */
  private static boolean hasText(Contents contents) {
    return contents.works().stream().anyMatch(work -> !work.editions().isEmpty());
  }

  /** What is found for certain. 25 is the promise; the fingerprints give more than it. */
  private String guarantee(Contents contents) {
    if (plan.sampled().isEmpty()) {
      return hasText(contents) ? ofText() : ROWS;
    }
    return plan.catalogues().isEmpty() ? SAMPLED : ofText() + " " + SAMPLED;
  }

  private String ofText() {
    return String.format(
        Locale.ROOT,
        "Every unbroken run of 25 words that a searched document shares with a reference"
            + " edition is found, whatever was done to case, accents, punctuation, spacing"
            + " between words, quotes, ligatures, hyphenation or line breaks; in scripts"
            + " without spaces, every run of 25 characters. This holds for the text as"
            + " extracted, within one document. (Any run of %d words gives both texts a common"
            + " fingerprint.)",
        plan.spec().guaranteedWords());
  }
}
