package dev.bookplate.audit;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Merged;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes a run's manifest. */
final class ManifestMaker {
  /** The measure is the README's. */
  private static final String SAMPLED =
      "Of catalogues without text nothing is found for certain: their fingerprints are sampled, so"
          + " that nearly every unbroken run of 50 words is found, as an estimate, and none of"
          + " under 14 words.";

  private final AuditPlan plan;
  private final Audit.Request request;
  private final Clock clock;

  ManifestMaker(AuditPlan plan, Audit.Request request, Clock clock) {
    this.plan = plan;
    this.request = request;
    this.clock = clock;
  }

  Manifest make(Merged merged, Contents contents) {
    boolean nothing = merged.counts().read() == 0;
    return new Manifest(
        Manifest.FORMAT,
        nothing ? Manifest.Status.FAILED : Manifest.Status.COMPLETE,
        nothing ? nothingRead(merged.counts()) : null,
        new Manifest.Tool("bookplate", Build.THIS.version(), Build.THIS.commit(), Build.jvm()),
        request.commandLine(),
        plan.configuration(),
        merged.inputs(),
        contents.catalogues(),
        contents.background(),
        plan.quotes(),
        merged.counts(),
        fingerprint(),
        guarantee(),
        Map.of(),
        timing(merged.counts()));
  }

  private static String nothingRead(Manifest.Counts counts) {
    return counts.seen() == 0
        ? "there was no file to read"
        : String.format(Locale.ROOT, "not one record could be read, of %d", counts.seen());
  }

  private Map<String, String> fingerprint() {
    Map<String, String> parts = new LinkedHashMap<>();
    plan.spec().parts().forEach((name, value) -> parts.put(name, value.toString()));
    return parts;
  }

  /** What is found for certain. 25 is the promise; the fingerprints give more than it. */
  private String guarantee() {
    if (plan.sampled().isEmpty()) {
      return ofText();
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

  private Manifest.Timing timing(Manifest.Counts counts) {
    Map<String, Double> seconds = clock.seconds();
    double scan = seconds.getOrDefault("scan", 0.0);
    double speed = scan > 0 ? Math.round(counts.bytes() / scan / 1e5) / 10.0 : 0;
    return new Manifest.Timing(
        clock.started(), clock.now(), request.host(), "local", request.threads(), speed, seconds);
  }
}
