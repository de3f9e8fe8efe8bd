package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.catalogue.torrent.Torrents;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CatalogueTorrentTest {
  private static final String NAME = "Writer - First Book.epub";

  @TempDir Path folder;
  private Path torrent;
  private Path books;

  @BeforeEach
  void make() throws Exception {
    byte[] book = Torrents.bytes(40_000, 1);
    books = Files.createDirectory(folder.resolve("books"));
    Files.write(books.resolve(NAME), book);
    byte[] pieces = Arrays.copyOf(sha1(Arrays.copyOf(book, 32_768)), 40);
    System.arraycopy(sha1(Arrays.copyOfRange(book, 32_768, 40_000)), 0, pieces, 20, 20);
    TreeMap<String, Object> info = new TreeMap<>();
    info.put("length", 40_000);
    info.put("name", NAME);
    info.put("piece length", 32_768);
    info.put("pieces", pieces);
    TreeMap<String, Object> file = new TreeMap<>();
    file.put("info", info);
    torrent = Files.write(folder.resolve("book.torrent"), Torrents.bencode(file));
  }

  private static byte[] sha1(byte[] bytes) throws Exception {
    return MessageDigest.getInstance("SHA-1").digest(bytes);
  }

  @Test
  void aTorrentIsShown() {
    CliRun run = CliRun.of("catalogue", "torrent", torrent);
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("Infohash v1"), run.out());
    assertTrue(run.out().contains("0-40000"), run.out());
    assertTrue(run.out().contains(NAME), run.out());
  }

  @Test
  void whatVerifiesAndWhatDoesNot() throws IOException {
    CliRun good = CliRun.of("catalogue", "torrent", torrent, "--check", books, "--json");
    assertEquals(0, good.code(), good.err());
    assertTrue(good.out().contains("\"verdict\":\"VERIFIED_FULL\""), good.out());

    Path book = books.resolve(NAME);
    byte[] bytes = Files.readAllBytes(book);
    bytes[35_000] ^= 1;
    Files.write(book, bytes);
    CliRun bad = CliRun.of("catalogue", "torrent", torrent, "--check", books);
    assertEquals(4, bad.code(), bad.err());
    assertTrue(bad.out().contains("piece 1 of the torrent differs"), bad.out());

    Files.delete(book);
    CliRun none = CliRun.of("catalogue", "torrent", torrent, "--check", books);
    assertEquals(4, none.code(), none.err());
    assertTrue(none.out().contains("it is not there"), none.out());
  }

  @Test
  void whatIsNoTorrentIsSaidAndTheOthersAreShown() throws IOException {
    Path wrong = Files.writeString(folder.resolve("wrong.torrent"), "d4:infodee");
    CliRun run = CliRun.of("catalogue", "torrent", wrong, torrent);
    assertEquals(3, run.code(), run.err());
    assertTrue(
        run.out().contains("wrong.torrent is no valid torrent: its piece length is missing"),
        run.out());
    assertTrue(run.out().contains(NAME), run.out());
  }

  @Test
  void rowsOfATorrentAreItsFiles() throws IOException {
    CliRun run = CliRun.of("catalogue", "rows", torrent, "--json");
    assertEquals(0, run.code(), run.err());
    assertTrue(run.out().contains("First Book"), run.out());
    assertTrue(run.out().contains("\"size\":40000"), run.out());
    assertTrue(run.out().contains("infohash-v1: "), run.out());
    Path wrong = Files.writeString(folder.resolve("wrong.torrent"), "d4:infodee");
    CliRun bad = CliRun.of("catalogue", "rows", wrong);
    assertEquals(3, bad.code(), bad.err());
    assertTrue(bad.out().contains("it is no valid torrent"), bad.out());
  }
}
