package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.corpus.ParquetFiles.Codec;
import dev.bookplate.corpus.ParquetFiles.Column;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Parquet files that the library must not be given: it would loop, or write where it must not. */
@Timeout(60)
class ParquetDamageTest {
  /** Where the header of the first page stands, and in it the last byte of each length. */
  private static final int PAGE = 4;

  private static final int UNPACKED = PAGE + 3;
  private static final int PACKED = PAGE + 5;

  private static final ParquetFiles.Column TEXT = Column.text("text");

  @TempDir Path folder;

  private List<String> read(byte[] file) throws Exception {
    return Readings.read(Files.write(folder.resolve("a.parquet"), file), Readings.SMALL);
  }

  private static byte[] twoGroups(Codec codec) throws Exception {
    return new ParquetFiles(codec, TEXT).group(List.of("one", "two")).group(List.of("3")).bytes();
  }

  @Test
  void aPageThatLeadsOutOfItsChunkIsRefused() throws Exception {
    byte[] file = twoGroups(Codec.UNCOMPRESSED);
    file[PACKED] += 2; // one byte more: lengths stand twice as large
    assertEquals(
        List.of(
            "failed 0@-1--1 the column chunk text of row group 0 is damaged: its pages end at byte"
                + " 42 of the file, and it should end at byte 43; get the file anew"),
        read(file));
  }

  @Test
  void whatStandsBeforeTheDamagedGroupIsRead() throws Exception {
    byte[] file = twoGroups(Codec.UNCOMPRESSED);
    file[43] = 0; // the header of the second group's page has no field
    assertEquals(
        List.of(
            "read 0@-1--1 text=one",
            "read 1@-1--1 text=two",
            "failed 2@-1--1 the column chunk text of row group 1 is damaged: no header of a page"
                + " can be read at byte 43 (what it tells is not all there, or cannot be); the rows"
                + " before it stand; get the file anew"),
        read(file));
  }

  @Test
  void snappyThatUnpacksToMoreThanItsPageIsRefused() throws Exception {
    byte[] file = twoGroups(Codec.SNAPPY);
    int length = file[UNPACKED] / 2;
    file[UNPACKED] -= 2;
    assertEquals(
        List.of(
            "failed 0@-1--1 the column chunk text of row group 0 is damaged: the page at byte 4"
                + " does not unpack to the "
                + (length - 1)
                + " bytes that its header tells of; get the file anew"),
        read(file));
  }

  @Test
  void noChangeOfAPageHeaderHangs() throws Exception {
    byte[] good = twoGroups(Codec.SNAPPY);
    for (int i = PAGE; i < PAGE + 20; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] file = good.clone();
        file[i] ^= (byte) (1 << bit);
        List<String> outcomes = read(file);
        assertFalse(outcomes.isEmpty());
        assertFalse(outcomes.getLast().contains("no row could be read"), outcomes.getLast());
      }
    }
  }

  @Test
  void aPageOverTheLimitIsRefused() throws Exception {
    Limits small = new Limits(16, 4, 60, 1 << 20);
    ReadOptions d = Readings.SMALL;
    ReadOptions options =
        new ReadOptions(d.fields(), null, 1000, 1000, small, false, Selection.ALL, Tokens.NONE);
    Path path = Files.write(folder.resolve("a.parquet"), twoGroups(Codec.ZSTD));
    String outcome = Readings.read(path, options).getFirst();
    assertTrue(outcome.contains("unpacks to 22 bytes; raise --max-member"), outcome);
  }

  @Test
  void aChunkThatIsShortByTheHeaderOfItsDictionaryIsRead() throws Exception {
    ParquetFiles parquet =
        new ParquetFiles(Codec.SNAPPY, Column.number("id"), TEXT)
            .group(List.of(1L), List.of("one"))
            .asOldWriters()
            .group(List.of(2L, 3L), List.of("two", "three"))
            .group(List.of(4L), List.of("four"));
    assertEquals(
        List.of(
            "read 0@-1--1 text=one",
            "read 1@-1--1 text=two",
            "read 2@-1--1 text=three",
            "read 3@-1--1 text=four"),
        read(parquet.bytes()));
  }
}
