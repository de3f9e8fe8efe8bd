package dev.bookplate.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.catalogue.SourceItem.Book;
import dev.bookplate.catalogue.SourceItem.Note;
import dev.bookplate.catalogue.SourceItem.Rejected;
import dev.bookplate.extract.Extracted.Metadata;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A shelf without a list: what is met, in which order, and what files say of themselves. */
class ShelfTest {
  @TempDir Path folder;
  private final FakeTexts texts = new FakeTexts();

  @Test
  void readsInTheOrderOfRelativePaths() throws Exception {
    for (String name : List.of("b.txt", "a/z.txt", "a.txt", "B.txt", "a-b.txt", "c/d/e.txt")) {
      put(name, "text of " + name);
    }

    assertEquals(
        List.of("B.txt", "a-b.txt", "a.txt", "a/z.txt", "b.txt", "c/d/e.txt"),
        items().stream().map(i -> ((Book) i).source()).toList());
  }

  @Test
  void aBookHasItsDigestsTextAndReader() throws Exception {
    put("a.txt", "one two");

    Book book = (Book) items().get(0);

    assertEquals(Digests.of(folder.resolve("a.txt")), book.digests());
    assertEquals("one two", book.text());
    assertEquals("fake 1", book.extractor());
    assertNull(book.language());
  }

  @Test
  void aSingleFileIsAShelf() throws Exception {
    put("sub/Ida Morrow - Tides.txt", "text");

    List<SourceItem> items = items(folder.resolve("sub/Ida Morrow - Tides.txt"));

    Book book = (Book) items.get(0);
    assertEquals(1, items.size());
    assertEquals("Ida Morrow - Tides.txt", book.source());
    assertEquals("Ida Morrow - Tides", book.work().id());
    assertEquals("Tides", book.work().title());
    assertEquals(List.of("Ida Morrow"), book.work().authors());
  }

  @Test
  void whatIsHiddenIsPassedOverAndCounted() throws Exception {
    put("a.txt", "text");
    put(".DS_Store", "x");
    put(".git/config.txt", "x");
    put(".git/deep/er.txt", "x");

    Shelf shelf = Shelf.open(folder, texts);

    assertEquals(2, shelf.hidden());
    assertEquals(List.of("a.txt"), sources(shelf));
  }

  @Test
  void aHiddenRootIsNotPassedOver() throws Exception {
    put(".shelf/a.txt", "text");

    assertEquals(1, items(folder.resolve(".shelf")).size());
  }

  @Test
  void whatIsNoBookIsRejectedWithTheReadersReason() throws Exception {
    put("a.txt", "text");
    put("cover.jpg", "x");
    put("z.txt", "text");

    List<SourceItem> items = items();

    assertEquals(3, items.size());
    assertEquals(new Rejected("cover.jpg", "not-text: is a picture"), items.get(1));
  }

  @Test
  void aFileThatVanishesIsRejectedAndTheNextIsRead() throws Exception {
    put("a.txt", "text");
    put("b.txt", "text");
    Shelf shelf = Shelf.open(folder, texts);
    Files.delete(folder.resolve("a.txt"));

    List<SourceItem> items = all(shelf);

    assertEquals("a.txt", ((Rejected) items.get(0)).source());
    assertTrue(((Rejected) items.get(0)).reason().startsWith("cannot be read: "));
    assertEquals("b.txt", ((Book) items.get(1)).source());
  }

  @Test
  void linksAreFollowedButNotInCircles() throws Exception {
    put("real/a.txt", "text");
    link("circle", folder);
    link("linked.txt", folder.resolve("real/a.txt"));
    link("nothing.txt", folder.resolve("gone"));

    assertEquals(
        List.of(
            "rejected circle: is a link to a folder that holds it, and is not followed",
            "book linked.txt",
            "rejected nothing.txt: is a link to nothing",
            "book real/a.txt"),
        items().stream().map(ShelfTest::brief).toList());
  }

  @Test
  void aFolderThatMayNotBeReadIsRejected() throws Exception {
    put("a.txt", "text");
    put("closed/b.txt", "text");
    Path closed = folder.resolve("closed");
    Assumptions.assumeTrue(closed.toFile().setReadable(false) && !Files.isReadable(closed));
    try {
      assertEquals(
          List.of("book a.txt", "rejected closed: cannot be read: access is denied"),
          items().stream().map(ShelfTest::brief).toList());
    } finally {
      assertTrue(closed.toFile().setReadable(true));
    }
  }

  @Test
  void whatTheFileSaysWinsOverItsName() throws Exception {
    put("Someone - Something.epub", "text");
    texts.say(
        "Someone - Something.epub",
        new Metadata(
            " The Salt Ledger ",
            List.of("Ida Morrow", "Aaron Pike"),
            List.of("urn:uuid:1f", "urn:isbn:978-0-306-40615-7", "0306406152", "isbn:0306406152"),
            "en-GB",
            "Quay Press",
            "1998-05-01T00:00:00Z",
            "All rights reserved"));

    Book book = (Book) items().get(0);

    assertEquals(
        new Work(
            "Someone - Something",
            "The Salt Ledger",
            List.of("Ida Morrow", "Aaron Pike"),
            List.of("9780306406157"),
            null,
            "Quay Press",
            1998,
            null,
            List.of(),
            Rights.UNKNOWN,
            null),
        book.work());
    assertEquals("en-GB", book.language());
  }

  @Test
  void aNamesAuthorBelongsToTheNamesTitle() throws Exception {
    put("Ida Morrow - Tides.txt", "text");
    put("Treasure - Ida Morrow.txt", "text");
    texts.say("Ida Morrow - Tides.txt", titled("TIDES"));
    texts.say("Treasure - Ida Morrow.txt", titled("Treasure"));

    List<SourceItem> items = items();

    assertEquals("TIDES", ((Book) items.get(0)).work().title());
    assertEquals(List.of("Ida Morrow"), ((Book) items.get(0)).work().authors());
    assertEquals(List.of(), ((Book) items.get(1)).work().authors());
  }

  @Test
  void oneStemIsOneWork() throws Exception {
    put("x/tides.epub", "text of the epub");
    put("x/tides.txt", "text of the txt");
    put("y/tides.txt", "text of another");
    texts.say(
        "tides.epub",
        new Metadata(
            "Tides", List.of(), List.of("urn:isbn:9780306406157"), null, null, null, null));

    List<Book> books = items().stream().map(Book.class::cast).toList();

    assertEquals(
        List.of("x/tides", "x/tides", "y/tides"), books.stream().map(b -> b.work().id()).toList());
    assertEquals(books.get(0).work(), books.get(1).work());
    assertEquals("Tides", books.get(1).work().title());
    assertEquals("tides", books.get(2).work().title());
  }

  @Test
  void theLastBookOfAWorkKnowsWhatAllSaid() throws Exception {
    put("tides.azw3", "text");
    put("tides.epub", "text");
    put("tides.txt", "text");
    texts.say("tides.azw3", isbn("9780306406157"));
    texts.say(
        "tides.epub",
        new Metadata(
            "Tides", List.of("Ida"), List.of("isbn:080442957X"), null, null, "0101-01-01", null));

    Work work = ((Book) items().get(2)).work();

    assertEquals("Tides", work.title());
    assertEquals(List.of("Ida"), work.authors());
    assertEquals(List.of("9780306406157", "9780804429573"), work.isbns());
    assertNull(work.year());
  }

  @Test
  void anIsbnThatIsNoneIsSaid() throws Exception {
    put("a.epub", "text");
    texts.say("a.epub", isbn("urn:isbn:9780306406158"));

    List<SourceItem> items = items();

    assertEquals(
        new Note("a.epub", "the file calls itself 'urn:isbn:9780306406158', which is not an ISBN"),
        items.get(0));
    assertEquals(List.of(), ((Book) items.get(1)).work().isbns());
  }

  @Test
  void booksAreReadOnlyWhenTheyAreAskedFor() throws Exception {
    put("a.txt", "text");
    put("b.txt", "text");

    Iterator<SourceItem> items = Shelf.open(folder, texts).iterator();
    assertEquals(List.of(), texts.asked());
    items.next();

    assertEquals(List.of("a.txt"), texts.asked());
    items.next();
    assertFalse(items.hasNext());
    assertThrows(NoSuchElementException.class, items::next);
  }

  @Test
  void aShelfCanBeReadAgain() throws Exception {
    put("tides.epub", "text");
    texts.say("tides.epub", titled("Tides"));
    Shelf shelf = Shelf.open(folder, texts);

    assertEquals(all(shelf), all(shelf));
  }

  @Test
  void anEmptyFolderIsAnEmptyShelf() throws Exception {
    assertEquals(List.of(), items());
  }

  @Test
  void aShelfThatIsNotThereIsAnError() {
    Path gone = folder.resolve("gone");

    NoSuchFileException e = assertThrows(NoSuchFileException.class, () -> Shelf.open(gone, texts));

    assertEquals(gone.toString(), e.getFile());
  }

  @Test
  void whatAReaderThrowsForItsOwnFaultIsNotHidden() throws Exception {
    put("a.txt", "text");
    IllegalStateException fault = new IllegalStateException("bug");
    Shelf shelf =
        Shelf.open(
            folder,
            file -> {
              throw fault;
            });

    assertSame(fault, assertThrows(IllegalStateException.class, () -> all(shelf)));
  }

  private static Metadata titled(String title) {
    return new Metadata(title, List.of(), List.of(), null, null, null, null);
  }

  private static Metadata isbn(String identifier) {
    return new Metadata(null, List.of(), List.of(identifier), null, null, null, null);
  }

  private void put(String name, String text) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void link(String name, Path target) throws IOException {
    try {
      Files.createSymbolicLink(folder.resolve(name), target);
    } catch (UnsupportedOperationException e) {
      Assumptions.abort("no links here");
    }
  }

  private List<SourceItem> items() throws Exception {
    return items(folder);
  }

  private List<SourceItem> items(Path path) throws Exception {
    return all(Shelf.open(path, texts));
  }

  private static List<SourceItem> all(Shelf shelf) {
    List<SourceItem> items = new ArrayList<>();
    shelf.forEach(items::add);
    return items;
  }

  private static List<String> sources(Shelf shelf) {
    return all(shelf).stream().map(i -> ((Book) i).source()).toList();
  }

  private static String brief(SourceItem item) {
    return switch (item) {
      case Book book -> "book " + book.source();
      case Rejected rejected -> "rejected " + rejected.source() + ": " + rejected.reason();
      case Note note -> "note " + note.source() + ": " + note.reason();
    };
  }
}
