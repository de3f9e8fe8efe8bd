package dev.bookplate.audit;

import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.catalogue.rows.PathName;
import dev.bookplate.catalogue.titles.FileTitle;
import dev.bookplate.catalogue.titles.TitlePage;
import dev.bookplate.corpus.CorpusDocument;
import dev.bookplate.match.ByteHits;
import dev.bookplate.match.Hit;
import dev.bookplate.match.KnownBooks;
import dev.bookplate.match.TitleHits;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.traces.TraceSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What speaks for works beside the text of a document: its bytes, its name, what it says of itself,
 * its title page. Asked of files and members of archives, and of records as long as a book; other
 * records are too many, and say nothing of the sort. Belongs to one thread.
 */
final class TextlessHits {
  /** Words of a record that may be a book. */
  static final int BOOK_WORDS = 10_000;

  private final KnownBooks books;
  private final ByteHits bytes;
  private final TitleHits titles;
  private final IdentifierHits identifiers;

  /** Against these. */
  TextlessHits(KnownBooks books) {
    this.books = books;
    bytes = new ByteHits(books);
    titles = new TitleHits(books);
    identifiers = new IdentifierHits(books);
  }

  /** The digests that files are known by. */
  Set<Digest> digestKinds() {
    return books.digestKinds();
  }

  /** Of a file or member by its bytes alone. */
  List<Hit> ofBytes(List<SeenFiles.Seen> seen) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (SeenFiles.Seen each : seen) {
      hits.addAll(bytes.of(each.digests(), each.what()));
    }
    return hits;
  }

  /** Of a file or member that gave no text. */
  List<Hit> ofUnread(Origin where, List<SeenFiles.Seen> seen) throws IOException {
    List<Hit> hits = ofBytes(seen);
    hits.addAll(identifiers.of(where));
    hits.addAll(titles.of("file name", FileTitle.of(TraceSources.path(where))));
    return hits;
  }

  /**
   * Of a document that may be a book.
   *
   * @param source what of it can bear traces
   * @param seen bytes of the file or member that it is all of; null for a record
   */
  List<Hit> of(CorpusDocument document, TraceSource source, List<SeenFiles.Seen> seen)
      throws IOException {
    boolean isFile = seen != null;
    CorpusDocument.Facts facts = document.facts().get();
    List<Hit> hits = new ArrayList<>();
    if (isFile) {
      hits.addAll(ofBytes(seen));
    }
    hits.addAll(identifiers.of(source));
    if (isFile) {
      String path = TraceSources.path(document.origin());
      hits.addAll(titles.of("file name", FileTitle.of(path)));
    } else {
      hits.addAll(claimed(facts));
    }
    if (facts.file() != null && facts.file().title() != null) {
      BookNames said =
          new BookNames(facts.file().title(), null, facts.file().authors(), null, null, null, null);
      hits.addAll(titles.of(new TitleHits.Named("metadata", said)));
    }
    hits.addAll(titles.of(TitlePage.of(start(document.text()))));
    return hits;
  }

  /** A record may say from which file it is. */
  private List<Hit> claimed(CorpusDocument.Facts facts) throws IOException {
    List<Hit> hits = new ArrayList<>();
    for (String claim : new String[] {facts.id(), facts.claims().url(), facts.claims().source()}) {
      if (claim != null && PathName.of(claim).extension() != null) {
        hits.addAll(titles.of("claimed file name", FileTitle.of(claim)));
      }
    }
    return hits;
  }

  /** What is cut in the middle of a letter ends with U+FFFD, which is in no title. */
  private static String start(Utf8Text text) {
    int length = Math.min(text.length(), TitlePage.LENGTH);
    return new Utf8Text(text.bytes(), text.offset(), length).toString();
  }
}
