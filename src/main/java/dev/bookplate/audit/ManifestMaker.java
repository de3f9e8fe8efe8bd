package dev.bookplate.audit;

import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Merged;
import dev.bookplate.evidence.ScanTerms;
import dev.bookplate.evidence.SelfTest;
import java.util.Locale;
import java.util.Map;

/** Makes a run's manifest. */
final class ManifestMaker {
  private final ScanTerms terms;

  ManifestMaker(ScanTerms terms) {
    this.terms = terms;
  }

  Manifest make(
      Merged merged, SelfTest test, Manifest.Calibrated calibrated, Manifest.Timing timing) {
    String failure = failure(merged.counts(), test);
    return new Manifest(
        Manifest.FORMAT,
        failure == null ? Manifest.Status.COMPLETE : Manifest.Status.FAILED,
        failure,
        terms.tool(),
        terms.commandLine(),
        terms.configuration(),
        merged.inputs(),
        terms.catalogues(),
        terms.background(),
        terms.quotePolicy(),
        merged.counts(),
        terms.fingerprint(),
        terms.guarantee(),
        test,
        calibrated,
        Map.of(),
        timing);
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
}
