package dev.bookplate.catalogue.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lists of paths and of checksums. */
final class FileListTest {
  private static final String MD5 = "0123456789abcdef0123456789abcdef";

  private static Outcomes paths(String list) throws IOException {
    return Outcomes.of(new PathList(), list);
  }

  private static Outcomes sums(String list) throws IOException {
    return Outcomes.of(new ChecksumList(), list);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "books3/the-eye.eu/public/Books/Bibliotik/Q/Quill, Ada - The Salt Road.epub.txt|The Salt"
            + " Road|Quill, Ada",
        "Q/Quill - Fen.epub.txt|Fen|Quill",
        "The Salt Road - Ada Quill.epub|The Salt Road|Ada Quill",
        "The Salt Road (retail) - Ada Quill.epub|The Salt Road|Ada Quill",
        "Ada Quill (1998) The Salt Road [retail].epub|The Salt Road|Ada Quill",
        "Ada Quill - Fens 01 - The Salt Road [retail].epub|The Salt Road|Ada Quill",
        "Ada Quill - [Fens 01] - The Salt Road_Rmtl.epub|The Salt Road|Ada Quill",
        "Quill/Fen (12)/Fen - Quill.epub|Fen|Quill",
        "The Salt Road by Ada Quill (z-lib.org).epub|The Salt Road|Ada Quill",
        "The Salt Road (Ada Quill) (Z-Library).pdf|The Salt Road|Ada Quill",
        "https://example.org/T/The%20Salt%20Road%20-%20Ada%20Quill.epub|The Salt Road|Ada Quill",
        "D:\\Quill, Ada\\The_Salt_Road.pdf|The Salt Road|Quill, Ada",
        "the-salt-road.pdf|the salt road|",
      })
  void readsNames(String path, String title, String author) throws IOException {
    BookNames names = paths(path + "\n").only().names();
    assertEquals(title, names.title());
    assertEquals(author == null ? List.of() : List.of(author), names.authors());
  }

  @Test
  void keepsTheOtherReading() throws IOException {
    assertEquals(
        List.of("other-reading: Ada Quill / Tom Marsh"),
        paths("Ada Quill - Tom Marsh.epub").only().standing().notes());
    BookRow row = paths("Ada Quill - Fens 02 - Salt (1998).epub").only();
    assertEquals("Fens 02", row.names().series());
    assertEquals(1998, row.names().year());
  }

  @Test
  void takesNamesThatAreDigestsOrHoldNumbers() throws IOException {
    BookRow row = paths(MD5.toUpperCase(java.util.Locale.ROOT)).only();
    assertEquals(MD5, row.file().digests().get(Digest.MD5));
    assertNull(row.names().title());
    BookRow named =
        paths(
                "Fen -- Ada Quill -- Moor, 1998 -- 9780306406157 -- "
                    + MD5
                    + " -- Anna\u2019s Archive.epub")
            .only();
    assertEquals("Fen", named.names().title());
    assertEquals("[isbn:9780306406157]", named.identifiers().toString());
    assertEquals(MD5, named.file().digests().get(Digest.MD5));
  }

  @Test
  void readsListingsOfPrograms() throws IOException {
    Outcomes all =
        paths(
            """
            drwxr-xr-x root/root         0 2020-09-02 10:00 books/
            -rw-r--r-- root/root    827434 2020-09-02 10:00 books/Quill - One.epub
            -rw-r--r-- 1 u g 5555 Jan  2  2020 Quill - Two.epub
              1234   8 -rw-r--r--  1 u g   77 Jan  2 10:20 ./Quill - Three.epub
                  99  2020-01-02 10:20   Quill - Four.epub
            120K\tQuill - Five.epub
              Quill - Six.epub (1.23 MB)
              1|./Quill - Seven.epub
               |123KiB (125,952)
            ed2k://|file|Quill - Eight.epub|42|%s|/
            sub/folder:
            total 12
            Quill - Nine.epub
            cover.jpg
            """
                .formatted(MD5));
    assertEquals(
        List.of("One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine"),
        all.titles());
    assertEquals(
        List.of(827434L, 5555L, 77L, 99L, -1L, -1L, -1L, 42L, -1L),
        all.rows().stream().map(r -> r.file().size()).toList());
    assertEquals("sub/folder/Quill - Nine.epub", all.rows().get(8).file().name());
    assertEquals(5, all.rejected().size());
    assertEquals(MD5, all.rows().get(7).file().digests().get(Digest.ED2K));
  }

  @Test
  void readsChecksums() throws IOException {
    String sha256 = "a".repeat(64);
    Outcomes all =
        sums(
            """
            %1$s  Quill - One.epub\r
            %1$s *Quill - Two.epub
            \\%1$s  Quill - Th\\nree \\\\.epub
            MD5 (Quill - Fo(u)r.epub) = %1$s
            SHA2-256(Quill - Five.epub)= %2$s
            4038471504 75 Quill - Six.epub
            Quill - Seven.epub DEADBEEF
            ; a comment
            SHA512 (Quill - Eight.epub) = %2$s%2$s
            no checksum at all
            """
                .formatted(MD5, sha256));
    assertEquals(8, all.rows().size());
    assertEquals(2, all.rejected().size());
    assertEquals(List.of("One", "Two"), all.titles().subList(0, 2));
    assertEquals("Quill - Th\nree \\.epub", all.rows().get(2).file().name());
    assertEquals("Quill - Fo(u)r.epub", all.rows().get(3).file().name());
    assertEquals(sha256, all.rows().get(4).file().digests().get(Digest.SHA256));
    assertEquals(75, all.rows().get(5).file().size());
    assertTrue(all.rows().get(5).standing().notes().contains("cksum: 4038471504"));
    assertEquals("deadbeef", all.rows().get(6).file().digests().get(Digest.CRC32));
    assertTrue(all.rows().get(7).standing().notes().contains("sha512: " + sha256 + sha256));
  }

  @Test
  void rejectsLinesThatAreNoPaths() throws IOException {
    Outcomes all = paths("a\0b.epub\n" + "x".repeat(9000) + "\n\nQuill - One.epub");
    assertEquals(List.of("One"), all.titles());
    assertEquals(2, all.rejected().size());
    assertEquals(3, all.rows().get(0).place().row());
  }

  @Test
  void recognisesLists() {
    PathList paths = new PathList();
    ChecksumList sums = new ChecksumList();
    assertTrue(paths.recognises("A/B - C.epub\nA/D - E.epub.txt\n", "list.txt"));
    assertFalse(paths.recognises("It was a dark night.\nNobody saw.\n", "novel.txt"));
    assertFalse(paths.recognises("", "empty.txt"));
    assertTrue(sums.recognises(MD5 + "  a\n" + MD5 + " *b\n", "x"));
    assertTrue(sums.recognises("; sfv\na.epub DEADBEEF\n", "x.sfv"));
    assertFalse(sums.recognises("A/B - C.epub\n", "list.txt"));
  }
}
