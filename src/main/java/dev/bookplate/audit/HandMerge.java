package dev.bookplate.audit;

import dev.bookplate.books.BookBuilder;
import dev.bookplate.books.CataloguedWork;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes one work of several, or takes one apart, because somebody says so. Every decision stays in
 * the catalogue with its reason, and counts for all that is added later.
 */
public final class HandMerge {
  private final CatalogueFolder folder;
  private final CatalogueInfo before;

  private HandMerge(CatalogueFolder folder, CatalogueInfo before) {
    this.folder = folder;
    this.before = before;
  }

  /**
   * For a catalogue.
   *
   * @throws CatalogueException if it has no records
   */
  public static HandMerge of(CatalogueFolder folder) throws IOException {
    SampledFolder.refuse(folder.path(), "nothing can be merged in it");
    CatalogueInfo info = folder.info();
    if (info.records() == null) {
      throw new CatalogueException(
          folder.path() + " has no records: add anything to it, and it has");
    }
    return new HandMerge(folder, info);
  }

  /**
   * Makes one work of two or more.
   *
   * @param ids of the works
   * @return what the catalogue then is
   * @throws CatalogueException if there is none of an id, or only one work is named
   */
  public CatalogueInfo join(List<String> ids, BookBuilder.Reason why) throws IOException {
    List<Set<Integer>> works = new ArrayList<>();
    try (CatalogueWorks all = CatalogueWorks.open(folder)) {
      for (String id : new HashSet<>(ids)) {
        works.add(records(work(all, id)));
      }
    }
    if (works.size() < 2) {
      throw new CatalogueException("one work alone cannot be merged: name two or more");
    }
    works.sort((one, other) -> Integer.compare(first(one), first(other)));
    return decide(
        books -> {
          Set<Integer> joined = new TreeSet<>(works.getFirst());
          for (Set<Integer> next : works.subList(1, works.size())) {
            books.join(joined, next, why);
            joined.addAll(next);
          }
        });
  }

  /**
   * Takes records out of a work, which are then a work of their own.
   *
   * @param id of the work
   * @param names of records: numbers, or what their source calls them
   * @return what the catalogue then is
   * @throws CatalogueException if the work has no such record, or none is left in it
   */
  public CatalogueInfo part(String id, List<String> names, BookBuilder.Reason why)
      throws IOException {
    Set<Integer> out = new TreeSet<>();
    Set<Integer> left;
    try (CatalogueWorks all = CatalogueWorks.open(folder)) {
      CataloguedWork work = work(all, id);
      left = records(work);
      for (String name : names) {
        out.add(record(work, name));
      }
    }
    left.removeAll(out);
    if (left.isEmpty()) {
      throw new CatalogueException("these are all records of " + id + ": leave one in it or more");
    }
    return decide(books -> books.part(out, left, why));
  }

  private CataloguedWork work(CatalogueWorks works, String id) throws IOException {
    return works
        .work(id)
        .orElseThrow(
            () ->
                new CatalogueException(
                    folder.path() + " has no work \"" + id + "\": catalogue search finds its id"));
  }

  private static Integer record(CataloguedWork work, String name) throws CatalogueException {
    for (CataloguedWork.Member member : work.members()) {
      if (member.row().key().equals(name) || Integer.toString(member.number()).equals(name)) {
        return member.number();
      }
    }
    throw new CatalogueException(
        "the work "
            + work.work().id()
            + " has no record \""
            + name
            + "\": catalogue show names"
            + " those that it has");
  }

  private static Set<Integer> records(CataloguedWork work) {
    Set<Integer> records = new TreeSet<>();
    work.members().forEach(member -> records.add(member.number()));
    return records;
  }

  private static int first(Set<Integer> records) {
    return records.iterator().next();
  }

  private interface Decision {
    void on(BookBuilder books);
  }

  private CatalogueInfo decide(Decision decision) throws IOException {
    CatalogueInfo texts =
        before.withDigest(CatalogueFolder.digest(folder.editions(), before.spec()));
    CatalogueInfo after;
    try (BookBuilder books = BookBuilder.open(folder.records(), before.records())) {
      decision.on(books);
      after = texts.with(books.commit());
    }
    folder.write(after);
    BookBuilder.clean(folder.records(), after.records());
    return after;
  }
}
