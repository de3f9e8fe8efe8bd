package dev.bookplate.audit;

import dev.bookplate.books.BookSource;
import dev.bookplate.books.BookStore;
import dev.bookplate.books.CataloguedWork;
import dev.bookplate.catalogue.CataloguedEdition;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The works of one catalogue, by id: those of its records, or of its texts where it has no records.
 * Of a million works one at a time is held.
 */
public final class CatalogueWorks implements Closeable {
  private final BookStore store;
  private final Map<String, List<CataloguedEdition>> texts;
  private final List<String> ids;

  private CatalogueWorks(BookStore store, Map<String, List<CataloguedEdition>> texts) {
    this.store = store;
    this.texts = texts;
    ids = texts == null ? null : List.copyOf(texts.keySet());
  }

  /** All works of a folder, whose files are held against their digests first. */
  public static CatalogueWorks open(CatalogueFolder folder) throws IOException {
    CatalogueInfo info = folder.info();
    CatalogueWorks works =
        of(
            new AuditPlan.CatalogueRef(
                info.name(), info.asOf(), folder.path().toString(), info.digest()),
            null);
    if (works.store != null) {
      try {
        works.store.checked();
      } catch (IOException e) {
        works.close();
        throw e;
      }
    }
    return works;
  }

  /**
   * The works that a catalogue held on a day.
   *
   * @param heldOn as in {@link AuditPlan#heldOn}
   */
  static CatalogueWorks of(AuditPlan.CatalogueRef ref, String heldOn) throws IOException {
    BookSource source = CatalogueFolder.bookSource(ref);
    if (source != null) {
      LocalDate day = heldOn == null ? null : LocalDate.parse(heldOn);
      return new CatalogueWorks(BookStore.open(source, day), null);
    }
    Map<String, List<CataloguedEdition>> texts = new TreeMap<>();
    for (CataloguedEdition text : new CatalogueFolder(Path.of(ref.folder())).editions()) {
      texts.computeIfAbsent(text.work().id(), id -> new ArrayList<>()).add(text);
    }
    return new CatalogueWorks(null, texts);
  }

  /** What else the records are asked; empty where the catalogue has none. */
  public Optional<BookStore> records() {
    return Optional.ofNullable(store);
  }

  /** How many there are, those too that are left out. */
  public int size() {
    return store == null ? ids.size() : store.works();
  }

  /** The id of the work at a place, from 0, in the order of ids. */
  public String id(int place) {
    return store == null ? ids.get(place) : store.workId(place);
  }

  /** The work at a place; empty where all of its records are left out. */
  public Optional<CataloguedWork> work(int place) throws IOException {
    return store == null
        ? Optional.of(CataloguedWork.ofTexts(texts.get(ids.get(place))))
        : store.workAt(place);
  }

  /** The work of an id. */
  public Optional<CataloguedWork> work(String id) throws IOException {
    return store == null
        ? Optional.ofNullable(texts.get(id)).map(CataloguedWork::ofTexts)
        : store.work(id);
  }

  /** Tells of every work that is not left out, by id. */
  public void forEach(BookStore.WorkVisitor visitor) throws IOException {
    if (store != null) {
      store.forEachWork(visitor);
      return;
    }
    for (int place = 0; place < size(); place++) {
      Optional<CataloguedWork> work = work(place);
      if (work.isPresent()) {
        visitor.work(work.get());
      }
    }
  }

  /** The same in whatever order takes the least time, with their places in the order of ids. */
  void forEachInAnyOrder(BookStore.PlacedVisitor visitor) throws IOException {
    if (store != null) {
      store.forEachWorkAsStored(visitor);
      return;
    }
    for (int place = 0; place < size(); place++) {
      visitor.work(place, CataloguedWork.ofTexts(texts.get(ids.get(place))));
    }
  }

  @Override
  public void close() throws IOException {
    if (store != null) {
      store.close();
    }
  }
}
