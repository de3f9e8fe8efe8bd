package dev.bookplate.audit;

import dev.bookplate.match.Finding.Evidence;
import dev.bookplate.match.Finding.Evidence.Detail;
import dev.bookplate.match.Hit;
import dev.bookplate.match.HitRule;
import dev.bookplate.match.KnownBook;
import dev.bookplate.match.KnownBooks;
import dev.bookplate.origin.Origin;
import dev.bookplate.traces.FoundIdentifier;
import dev.bookplate.traces.IdentifierScanner;
import dev.bookplate.traces.TraceSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Books whose numbers a document names: in its text, in its path, or in what it says of itself. */
final class IdentifierHits {
  private final IdentifierScanner scanner = new IdentifierScanner();
  private final KnownBooks books;

  /** Of these. */
  IdentifierHits(KnownBooks books) {
    this.books = books;
  }

  /** Of a document. */
  List<Hit> of(TraceSource source) throws IOException {
    return hits(scanner.scan(source));
  }

  /** Of a file or member without text. */
  List<Hit> of(Origin where) throws IOException {
    return hits(scanner.scanPath(TraceSources.path(where)));
  }

  private List<Hit> hits(List<FoundIdentifier> found) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (FoundIdentifier each : found) {
      for (KnownBook book : books.withIdentifier(each.identifier())) {
        hits.add(Hit.of(book, HitRule.IDENTIFIER, evidence(each, book)));
      }
    }
    return hits;
  }

  private static Evidence evidence(FoundIdentifier found, KnownBook book) {
    List<Detail> detail = new ArrayList<>();
    detail.add(new Detail("number", found.identifier().kind().label()));
    detail.add(new Detail("value", found.identifier().value()));
    detail.add(new Detail("place", found.place().part().label()));
    if (found.place().field() != null) {
      detail.add(new Detail("field", found.place().field()));
    }
    detail.add(new Detail("start", Integer.toString(found.span().start())));
    detail.add(new Detail("end", Integer.toString(found.span().end())));
    detail.add(new Detail(Evidence.QUOTE, found.quote()));
    if (found.repaired()) {
      detail.add(new Detail("repaired", "one character, by the check digit"));
    }
    detail.add(new Detail("row", book.row()));
    return new Evidence("identifier", Evidence.NUMBER, detail);
  }
}
