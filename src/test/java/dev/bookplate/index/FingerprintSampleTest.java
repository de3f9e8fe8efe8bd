package dev.bookplate.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FingerprintSampleTest {
  @TempDir Path folder;

  private static String pairs(FingerprintSample sample) throws IOException {
    List<String> pairs = new ArrayList<>();
    sample.forEachPair((a, b, shared) -> pairs.add(a + "-" + b + ":" + shared));
    return String.join(" ", pairs);
  }

  @Test
  void aSixteenthOfTheFingerprintsCountedByPair() throws IOException {
    String text = Shelves.text(1, 20_000);
    Shelves.add(folder, Shelves.entry("a", text), Shelves.entry("b", Shelves.text(2, 20_000)));
    Shelves.add(folder, Shelves.entry("c", text), Shelves.entry("d", text.substring(0, 60_000)));
    try (ReferenceIndex index = ReferenceIndex.open(folder, Shelves.SPEC)) {
      FingerprintSample sample = FingerprintSample.of(List.of(index), 10);
      int size = sample.size(0);
      // two of nine shingles are kept; four standard deviations
      assertEquals(20_000 * 2 / 9.0 / 16, size, 65);
      assertEquals(size, sample.size(2));
      int part = sample.size(3);
      assertTrue(part > 0 && part < size, part + " of " + size);
      assertEquals("0-2:" + size + " 0-3:" + part + " 2-3:" + part, pairs(sample));
    }
  }

  @Test
  void whatTooManyEditionsHaveIsLeftOutOfTheSizesToo() throws IOException {
    String licence = Shelves.text(9, 5000);
    for (int i = 0; i < 4; i++) {
      Shelves.add(folder, Shelves.entry("e" + i, Shelves.text(i, 5000) + licence));
    }
    try (ReferenceIndex index = ReferenceIndex.open(folder, Shelves.SPEC)) {
      FingerprintSample all = FingerprintSample.of(List.of(index), 4);
      FingerprintSample few = FingerprintSample.of(List.of(index), 3);
      assertTrue(pairs(all).startsWith("0-1:"), pairs(all));
      assertEquals("", pairs(few));
      for (int i = 0; i < 4; i++) {
        assertEquals(all.size(i) / 2.0, few.size(i), 30);
      }
    }
  }

  @Test
  void throughAllIndexesAndNotOfReplacedEditions() throws IOException {
    String text = Shelves.text(1, 20_000);
    Shelves.add(folder.resolve("1"), Shelves.entry("a", text));
    Shelves.add(folder.resolve("1"), Shelves.entry("b", Shelves.text(2, 900)));
    Shelves.add(folder.resolve("2"), Shelves.entry("a", text), Shelves.entry("c", text));
    Shelves.add(folder.resolve("2"), Shelves.entry("c", Shelves.text(3, 900)));
    try (ReferenceIndex one = ReferenceIndex.open(folder.resolve("1"), Shelves.SPEC);
        ReferenceIndex other = ReferenceIndex.open(folder.resolve("2"), Shelves.SPEC)) {
      FingerprintSample sample = FingerprintSample.of(List.of(one, other), 10);
      assertEquals("0-2:" + sample.size(0), pairs(sample));
    }
  }

  @Test
  void anAttachmentGoesWithItsCommit() throws IOException {
    try (IndexBuilder builder = IndexBuilder.open(folder, Shelves.SPEC)) {
      builder.add(Shelves.entry("a", Shelves.text(1, 900)));
      builder.commit(
          index -> new byte[] {(byte) index.maxEdition(), (byte) (index.hasEdition(0) ? 7 : 0)});
    }
    try (IndexBuilder killed = IndexBuilder.open(folder, Shelves.SPEC)) {
      killed.add(Shelves.entry("b", Shelves.text(2, 900)));
    }
    try (ReferenceIndex index = ReferenceIndex.open(folder, Shelves.SPEC)) {
      assertEquals(List.of((byte) 1, (byte) 7), boxed(index.attachment()));
    }
  }

  private static List<Byte> boxed(byte[] bytes) {
    List<Byte> boxed = new ArrayList<>();
    for (byte each : bytes) {
      boxed.add(each);
    }
    return boxed;
  }
}
