package dev.bookplate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.match.Extent;
import dev.bookplate.match.Finding;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShardFileTest {
  private static final SoughtWork A = Fixtures.sought("a", 1000);
  private static final SoughtWork B = Fixtures.sought("b", 1000);

  @TempDir Path folder;

  @Test
  void aFileGivesItsReceiptAgain() throws Exception {
    ShardReceipt receipt = write(3);
    assertEquals(new ShardFile.Check.Whole(new GroupReceipt(List.of(receipt))), check(3));
    assertEquals(
        new ShardCounts(
            4, 2, Map.of("no-text-field", 1L), 1, 2, Map.of("strong", 2L, "lead", 1L), 300, 50),
        receipt.counts());
    assertEquals(64, receipt.sha256().length());
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals("00000003.jsonl", files.toList().getFirst().getFileName().toString());
    }
  }

  @Test
  void aReceiptCrossesAWire() throws Exception {
    ShardReceipt receipt = write(3);
    ByteArrayOutputStream wire = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(wire)) {
      out.writeObject(receipt);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(wire.toByteArray()))) {
      assertEquals(receipt, in.readObject());
    }
  }

  @Test
  void twoWritersWriteTheSameBytes(@TempDir Path other) throws Exception {
    ShardReceipt receipt = write(3);
    assertEquals(receipt, write(other, 3));
  }

  @Test
  void aFileThatIsCutAnywhereIsNotWhole() throws Exception {
    write(0);
    Path file = ShardFile.in(folder, 0);
    byte[] whole = Files.readAllBytes(file);
    for (int length = 0; length < whole.length; length++) {
      Files.write(file, Arrays.copyOf(whole, length));
      assertInstanceOf(ShardFile.Check.Unusable.class, check(0), "cut at " + length);
    }
  }

  @Test
  void aFileWithOneWrongByteIsNotWhole() throws Exception {
    write(0);
    Path file = ShardFile.in(folder, 0);
    byte[] whole = Files.readAllBytes(file);
    for (int i = 0; i < whole.length; i++) {
      byte[] damaged = whole.clone();
      damaged[i] ^= 1;
      Files.write(file, damaged);
      assertInstanceOf(ShardFile.Check.Unusable.class, check(0), "wrong at " + i);
    }
  }

  @Test
  void aFileOfAnotherPlanOrAnotherShardIsNotUsed() throws Exception {
    write(0);
    String why = unusable(ShardFile.check(folder, 0, "plan-2"));
    assertTrue(why.contains("another plan"), why);
    Files.copy(ShardFile.in(folder, 0), ShardFile.in(folder, 1));
    assertTrue(unusable(check(1)).contains("another shard"));
    assertTrue(unusable(check(2)).contains("not there"));
  }

  @Test
  void aFileThatWasNotFinishedIsGone() throws Exception {
    try (GroupWriter group = writer(folder, 0);
        ShardWriter shard = group.shard(0)) {
      shard.finding(finding("f", 0, A));
    }
    try (Stream<Path> files = Files.list(folder)) {
      assertEquals(0, files.count());
    }
  }

  @Test
  void findingsOutOfOrderAreRefused() throws Exception {
    assertOutOfOrder(finding("f", 1, A), finding("f", 0, A));
    assertOutOfOrder(finding("f", 1, B), finding("f", 1, A));
    assertOutOfOrder(finding("f", 1, A), finding("f", 1, A));
    assertOutOfOrder(finding("g", 0, A), finding("f", 1, A));
  }

  @Test
  void countsThatDoNotAddUpAreRefused() throws Exception {
    try (GroupWriter group = writer(folder, 0);
        ShardWriter shard = group.shard(0)) {
      shard.read(10, 2);
      IllegalStateException e = assertThrows(IllegalStateException.class, () -> shard.finish(2));
      assertTrue(e.getMessage().contains("2 records, but 1 read"), e.getMessage());
    }
    assertFalse(Files.exists(ShardFile.in(folder, 0)));
  }

  @Test
  void withoutQuotesNoTextIsOnDisk() throws Exception {
    try (GroupWriter group = new GroupWriter(folder, 0, Fixtures.PLAN, QuotePolicy.NONE);
        ShardWriter shard = group.shard(0)) {
      shard.read(10, 2);
      shard.finding(finding("f", 0, A));
      shard.finish(1);
    }
    assertFalse(Files.readString(ShardFile.in(folder, 0)).contains("quoted words"));
  }

  private void assertOutOfOrder(Finding first, Finding second) throws Exception {
    try (GroupWriter group = writer(folder, 0);
        ShardWriter shard = group.shard(0)) {
      shard.finding(first);
      IllegalStateException e =
          assertThrows(IllegalStateException.class, () -> shard.finding(second));
      assertTrue(e.getMessage().contains("out of order"), e.getMessage());
    }
  }

  private static Finding finding(String path, long record, SoughtWork work) {
    return Fixtures.finding(
        Fixtures.at(path, record), work, Extent.QUOTATION, Fixtures.passage(0, 60));
  }

  private ShardReceipt write(int ordinal) throws Exception {
    return write(folder, ordinal);
  }

  private static ShardReceipt write(Path folder, int ordinal) throws Exception {
    try (GroupWriter group = writer(folder, ordinal);
        ShardWriter shard = group.shard(ordinal)) {
      shard.read(100, 20);
      shard.finding(finding("f", 0, A));
      shard.finding(finding("f", 0, B));
      shard.skipped(Fixtures.at("f", 1), "no-text-field", true, "the field text is a number");
      shard.read(200, 30);
      shard.finding(
          Fixtures.finding(Fixtures.at("f", 2), A, Extent.QUOTATION, Fixtures.passage(0, 12)));
      shard.failed(Fixtures.at("f", 3), "The JSON ends too early.");
      return shard.finish(4);
    }
  }

  private static GroupWriter writer(Path folder, int ordinal) throws Exception {
    return new GroupWriter(folder, ordinal, Fixtures.PLAN, QuotePolicy.DEFAULT);
  }

  private ShardFile.Check check(int ordinal) throws Exception {
    return ShardFile.check(folder, ordinal, Fixtures.PLAN);
  }

  private static String unusable(ShardFile.Check check) {
    return assertInstanceOf(ShardFile.Check.Unusable.class, check).why();
  }
}
