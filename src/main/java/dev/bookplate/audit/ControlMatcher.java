package dev.bookplate.audit;

import dev.bookplate.match.Finding;
import dev.bookplate.match.Matcher;
import dev.bookplate.match.ReferenceLibrary;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Looks at documents in memory, as {@link ShardWorker} looks at those of shards: nothing of a
 * control is ever written to disk. Belongs to one thread.
 */
final class ControlMatcher implements Closeable {
  private static final Origin NOWHERE = new Origin("control", "control", null, 0, -1, -1);

  private final AuditPlan plan;
  private final ReferenceLibrary library;
  private final Matcher matcher;

  ControlMatcher(AuditPlan plan) throws IOException {
    this.plan = plan;
    library = OpenLibraries.take(plan.catalogues(), plan.spec());
    ReferenceLibrary background = null;
    try {
      background = OpenLibraries.take(plan.background(), plan.spec());
      matcher = new Matcher(library, background, 0);
    } catch (IOException | RuntimeException e) {
      OpenLibraries.giveBack(plan.catalogues());
      if (background != null) {
        OpenLibraries.giveBack(plan.background());
      }
      throw e;
    }
  }

  ReferenceLibrary library() {
    return library;
  }

  /** Words of the document that was looked at last. */
  int words() {
    return matcher.words();
  }

  List<Finding> match(Utf8Text text) throws IOException, InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return matcher.match(text, () -> document(text));
  }

  /** The same, as if a work, and all that are related to it, were not in the library. */
  List<Finding> matchWithout(Finding.Reference work, Utf8Text text) throws IOException {
    return matcher.match(text, () -> document(text), other -> !library.related(work, other));
  }

  private Finding.FoundDocument document(Utf8Text text) {
    return new Finding.FoundDocument(
        NOWHERE, null, null, null, text.codePoints(), words(), null, null, null, null, null, null);
  }

  /** The findings that do not rest on common text alone, as false ones would be counted. */
  static List<FalseHit> hits(int document, List<Finding> findings) {
    List<FalseHit> hits = new ArrayList<>();
    for (Finding finding : findings) {
      if (finding.passages().stream().anyMatch(p -> p.common() == null)) {
        hits.add(FalseHit.of(document, finding));
      }
    }
    return hits;
  }

  @Override
  public void close() {
    OpenLibraries.giveBack(plan.catalogues());
    OpenLibraries.giveBack(plan.background());
  }
}
