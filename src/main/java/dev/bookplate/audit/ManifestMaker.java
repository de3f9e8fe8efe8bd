package dev.bookplate.audit;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Merged;
import dev.bookplate.evidence.SelfTest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Makes a run's manifest. */
final class ManifestMaker {
  private final AuditPlan plan;
  private final Audit.Request request;
  private final Clock clock;

  ManifestMaker(AuditPlan plan, Audit.Request request, Clock clock) {
    this.plan = plan;
    this.request = request;
    this.clock = clock;
  }

  Manifest make(Merged merged, Contents contents, SelfTest test, Manifest.Calibrated calibrated) {
    String failure = failure(merged.counts(), test);
    return new Manifest(
        Manifest.FORMAT,
        failure == null ? Manifest.Status.COMPLETE : Manifest.Status.FAILED,
        failure,
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
        test,
        calibrated,
        Map.of(),
        timing(merged.counts()));
  }

  private static String failure(Manifest.Counts counts, SelfTest test) {
    if (counts.read() == 0) {
      return nothingRead(counts);
    }
    return test != null && test.failed() ? "in the self-test " + test.statement() : null;
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
