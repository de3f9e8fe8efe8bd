package dev.bookplate.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.LeafReaderContext;

/** Several tables as one: their terms in order, each once, with the places that all have of it. */
final class PassageUnion extends PassageSource {
  /** Numbers of documents in the union. */
  @FunctionalInterface
  interface Renumbering {
    /** The new number of a document of a table; negative if it is left out. */
    int of(int document);
  }

  private record Part(PassageTable table, PassageTable.Cursor cursor, Renumbering numbers) {}

  private static final long END = Long.MAX_VALUE;

  private final List<Part> parts = new ArrayList<>();
  private long[] heads = {};
  private long term = -1;

  /** The tables of all segments of an index, with the numbers that documents have there. */
  static PassageUnion of(List<LeafReaderContext> leaves) throws IOException {
    PassageUnion union = new PassageUnion();
    for (LeafReaderContext leaf : leaves) {
      if (leaf.reader().terms(IndexFormat.PASSAGES) instanceof PassageTerms terms) {
        union.add(terms.table(), document -> leaf.docBase + document);
      }
    }
    return union;
  }

  /** Adds a table; the numbers of its documents come behind those of the tables before it. */
  void add(PassageTable table, Renumbering numbers) throws IOException {
    parts.add(new Part(table, table.cursor(), numbers));
    heads = new long[parts.size()];
    for (int i = 0; i < heads.length; i++) {
      heads[i] = -1;
    }
  }

  @Override
  Bounds bounds() {
    long terms = 0;
    long places = 0;
    int maxWord = 0;
    for (Part part : parts) {
      terms += part.table.counts().terms();
      places += part.table.counts().places();
      maxWord = Math.max(maxWord, part.table.counts().maxWord());
    }
    return new Bounds(terms, places, maxWord);
  }

  @Override
  boolean next() throws IOException {
    clear();
    while (nextTerm()) {
      for (int i = 0; i < heads.length; i++) {
        if (heads[i] == term) {
          addPlaces(parts.get(i));
        }
      }
      if (count() > 0) {
        return true;
      }
    }
    return false;
  }

  /** Goes to the next term, whether a place of it is left or not, and does not read its places. */
  boolean nextTerm() throws IOException {
    long next = END;
    for (int i = 0; i < heads.length; i++) {
      if (heads[i] == term) {
        PassageTable.Cursor cursor = parts.get(i).cursor;
        heads[i] = cursor.next() ? cursor.term() : END;
      }
      next = Math.min(next, heads[i]);
    }
    term = next;
    return next != END;
  }

  private void addPlaces(Part part) throws IOException {
    for (int i = 0; i < part.cursor.count(); i++) {
      long place = part.cursor.place(i);
      int document = part.numbers.of((int) (place >>> 32));
      if (document >= 0) {
        add(document, (int) place, part.cursor.around(i));
      }
    }
  }

  @Override
  long term() {
    return term;
  }
}
