package dev.bookplate.audit;

import dev.bookplate.evidence.CustodyEntry;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.Merged;
import dev.bookplate.evidence.PartSet;
import dev.bookplate.evidence.RunFiles;
import dev.bookplate.evidence.ScanTerms;
import dev.bookplate.evidence.ScannedPart;
import dev.bookplate.evidence.SelfTest;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** Makes a run's manifest. */
final class ManifestMaker {
  private final ScanTerms terms;
  private final SortedMap<String, String> modified = new TreeMap<>();

  ManifestMaker(PartSet parts) {
    terms = parts.first().terms();
    for (ScannedPart part : parts.parts()) {
      part.part().inputs().forEach(f -> modified.put(f.corpus() + "/" + f.path(), f.modified()));
    }
  }

  /** Who the first part was scanned by. */
  CustodyEntry.By by() {
    return terms.origin().by();
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
        terms.origin().received(merged.inputs()),
        merged.inputs(),
        terms.layouts(),
        terms.catalogues(),
        terms.background(),
        terms.quotePolicy(),
        merged.counts(),
        terms.fingerprint(),
        terms.guarantee(),
        terms.method(),
        test,
        calibrated,
        Map.of(),
        RunFiles.CUSTODY,
        said(timing));
  }

  private Manifest.Timing said(Manifest.Timing timing) {
    return new Manifest.Timing(
        timing.started(),
        timing.finished(),
        timing.host(),
        timing.engine(),
        timing.threads(),
        timing.megabytesPerSecond(),
        timing.seconds(),
        modified,
        terms.origin().by().operator(),
        terms.origin().environment());
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
