package dev.bookplate.evidence;

import java.util.List;
import java.util.Map;

/** Manifests to test with. */
final class Manifests {
  private Manifests() {}

  static Manifest of(Merged merged) {
    return new Manifest(
        Manifest.FORMAT,
        Manifest.Status.COMPLETE,
        null,
        new Manifest.Tool("bookplate", "0.1.0", null, "Some JVM 21"),
        List.of("scan", "corpus", "-c", "shelf"),
        RunJson.tree(Map.of("quotes", 60)),
        merged.inputs(),
        List.of(
            new Manifest.Catalogue(
                "shelf",
                "corpora/shelf",
                null,
                2,
                2,
                "0".repeat(64),
                "spec 1",
                List.of(new Manifest.RejectedSource("cover.jpg", "A picture has no text.")),
                null)),
        List.of(new Manifest.Background("licences", 9, "0".repeat(32), "0".repeat(64))),
        QuotePolicy.DEFAULT,
        merged.counts(),
        Map.of("shingle", "7"),
        "Every unbroken run of 25 words is found.",
        SelfTest.of(
            2,
            new SelfTest.Tried(1, 3),
            new SelfTest.Tried(0, 0),
            List.of(new SelfTest.MissedWork("shelf", "a", "A"))),
        new Manifest.Calibrated("calibration.json", null),
        Map.of(),
        new Manifest.Timing(
            "2026-01-02T03:04:05Z",
            "2026-01-02T03:04:06Z",
            "here",
            "local",
            2,
            31.25,
            Map.of("scan", 0.5)));
  }
}
