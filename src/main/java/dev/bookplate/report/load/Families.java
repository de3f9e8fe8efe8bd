package dev.bookplate.report.load;

import com.google.common.collect.Iterators;
import com.google.common.collect.PeekingIterator;
import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.FindingLine.DocumentLine;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;

/** Findings by the document that they are in, in the run's order. */
public final class Families implements Iterator<List<FindingLine>> {
  private final PeekingIterator<FindingLine> findings;

  /** Of findings in canonical order. */
  public Families(Iterator<FindingLine> findings) {
    this.findings = Iterators.peekingIterator(findings);
  }

  @Override
  public boolean hasNext() {
    return findings.hasNext();
  }

  @Override
  public List<FindingLine> next() {
    List<FindingLine> family = new ArrayList<>();
    family.add(findings.next());
    while (findings.hasNext() && isSame(family.get(0).document(), findings.peek().document())) {
      family.add(findings.next());
    }
    return family;
  }

  private static boolean isSame(DocumentLine a, DocumentLine b) {
    return a.record() == b.record()
        && a.corpus().equals(b.corpus())
        && a.path().equals(b.path())
        && Objects.equals(a.member(), b.member());
  }
}
