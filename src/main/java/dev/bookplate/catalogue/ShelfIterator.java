package dev.bookplate.catalogue;

import dev.bookplate.extract.Extracted;
import dev.bookplate.extract.Extracted.Metadata;
import dev.bookplate.extract.ExtractionException;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NoSuchElementException;
import java.util.SortedMap;

/** Reads a shelf file by file; holds one book's text at a time. */
final class ShelfIterator implements Iterator<SourceItem> {
  private final Path root;
  private final TextSource texts;
  private final Listing listing;
  private final Iterator<Entry<String, String>> files;
  private final Deque<SourceItem> pending = new ArrayDeque<>();

  /** What the files read so far say of their work, and the name of its first, by work id. */
  private final Map<String, Description> ownWords = new HashMap<>();

  private final Map<String, Description> names = new HashMap<>();

  ShelfIterator(Path root, TextSource texts, Listing listing, SortedMap<String, String> files) {
    this.root = root;
    this.texts = texts;
    this.listing = listing;
    this.files = files.entrySet().iterator();
    pending.addAll(listing.said());
  }

  @Override
  public boolean hasNext() {
    return !pending.isEmpty() || files.hasNext();
  }

  @Override
  public SourceItem next() {
    if (pending.isEmpty()) {
      if (!files.hasNext()) {
        throw new NoSuchElementException();
      }
      Entry<String, String> file = files.next();
      read(file.getKey(), file.getValue());
    }
    return pending.remove();
  }

  private void read(String source, String unreadable) {
    if (!unreadable.isEmpty()) {
      pending.add(new SourceItem.Rejected(source, unreadable));
      return;
    }
    Path file = root.resolve(source);
    try {
      Digests digests = Digests.of(file);
      add(source, digests, texts.extract(file));
    } catch (ExtractionException e) {
      pending.add(new SourceItem.Rejected(source, e.reason().label() + ": " + e.getMessage()));
    } catch (IOException e) {
      pending.add(new SourceItem.Rejected(source, ShelfWalk.unreadable(e)));
    }
  }

  private void add(String source, Digests digests, Extracted extracted) {
    Metadata metadata = extracted.metadata();
    for (String wrong : FileWords.wrongIsbns(metadata)) {
      pending.add(
          new SourceItem.Note(
              source, "the file calls itself '" + wrong + "', which is not an ISBN"));
    }
    String listed = listing.language(source);
    pending.add(
        new SourceItem.Book(
            work(source, FileWords.describe(metadata)),
            source,
            digests,
            extracted.text(),
            extracted.extractor(),
            listed == null ? metadata.language() : listed,
            condition(source, extracted)));
  }

  private BookCondition condition(String source, Extracted extracted) {
    String title = listing.describe(listing.workId(source)).title();
    return BookCondition.of(source, extracted, title, listing.titles());
  }

  private Work work(String source, Description ownWord) {
    String id = listing.workId(source);
    ownWords.merge(id, ownWord, Description::with);
    names.putIfAbsent(id, SourceName.describe(source));
    Description known = listing.describe(id).or(ownWords.get(id));
    Description name = names.get(id);
    // a name's author belongs to the name's title
    boolean same = known.title() == null || known.title().equalsIgnoreCase(name.title());
    return (same ? known.or(name) : known).toWork(id);
  }
}
