package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Packed files that can be cut: their ranges are the file. */
class PackedRangesTest {
  private static final int MAX = 400;

  @TempDir private Path folder;
  private int files;

  /** How a piece of the data is packed. */
  enum Packing {
    BGZF(".jsonl.gz") {
      @Override
      byte[] pack(byte[] data) {
        return bgzf(data);
      }

      @Override
      byte[] end(List<byte[]> pieces) {
        return bgzf(new byte[0]);
      }
    },
    FRAMES(".jsonl.zst") {
      @Override
      byte[] pack(byte[] data) {
        return Zstd.compress(data, 3);
      }
    },
    SEEKABLE(".jsonl.zst") {
      @Override
      byte[] pack(byte[] data) {
        return Zstd.compress(data, 3);
      }

      @Override
      byte[] end(List<byte[]> pieces) {
        ByteBuffer table =
            ByteBuffer.allocate(8 + 8 * pieces.size() + 9).order(ByteOrder.LITTLE_ENDIAN);
        table.putInt(0x184D2A5E).putInt(8 * pieces.size() + 9);
        pieces.forEach(p -> table.putInt(p.length).putInt(0));
        return table.putInt(pieces.size()).put((byte) 0).putInt(0x8F92EAB1).array();
      }
    };

    private final String extension;

    Packing(String extension) {
      this.extension = extension;
    }

    abstract byte[] pack(byte[] data);

    byte[] end(List<byte[]> pieces) {
      return new byte[0];
    }
  }

  private static byte[] bgzf(byte[] data) {
    Deflater deflater = new Deflater(6, true);
    deflater.setInput(data);
    deflater.finish();
    byte[] packed = new byte[data.length + 100];
    int length = deflater.deflate(packed);
    deflater.end();
    CRC32 crc = new CRC32();
    crc.update(data);
    ByteBuffer block = ByteBuffer.allocate(18 + length + 8).order(ByteOrder.LITTLE_ENDIAN);
    block.putInt(0x04088B1F).putInt(0).putShort((short) 0xFF00).putShort((short) 6);
    block.put((byte) 'B').put((byte) 'C').putShort((short) 2);
    block.putShort((short) (block.capacity() - 1));
    return block.put(packed, 0, length).putInt((int) crc.getValue()).putInt(data.length).array();
  }

  /** The data in pieces of any lengths, which heed no line. */
  private static List<byte[]> pieces(byte[] data, Packing packing, Random random) {
    List<byte[]> pieces = new ArrayList<>();
    int at = 0;
    while (at < data.length) {
      int to = Math.min(data.length, at + 1 + random.nextInt(300));
      pieces.add(packing.pack(Arrays.copyOfRange(data, at, to)));
      at = to;
    }
    return pieces;
  }

  private Path file(List<byte[]> pieces, Packing packing) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    pieces.forEach(all::writeBytes);
    all.writeBytes(packing.end(pieces));
    return Files.write(folder.resolve("f" + files++ + packing.extension), all.toByteArray());
  }

  private static byte[] lines(Random random) {
    StringBuilder text = new StringBuilder(random.nextInt(4) == 0 ? "\uFEFF" : "");
    int lines = 1 + random.nextInt(30);
    for (int i = 0; i < lines; i++) {
      text.append(
          switch (random.nextInt(6)) {
            case 0 -> "";
            case 1 -> "not json";
            case 2 -> "{\"text\":\"" + "y".repeat(random.nextInt(2 * MAX)) + "\"}";
            default -> "{\"text\":\"\u00e9" + random.nextLong() + "\"}";
          });
      text.append(random.nextInt(3) == 0 ? "\r\n" : "\n");
    }
    return (random.nextBoolean() ? text + "{\"text\":\"last\"}" : text.toString())
        .getBytes(StandardCharsets.UTF_8);
  }

  private static List<Shard> shards(Path file, long shardBytes) throws IOException {
    return CorpusSource.of(List.of(file), Readings.options(MAX, shardBytes)).shards();
  }

  private static List<String> union(List<Shard> shards) {
    ShardReaders readers = new ShardReaders(Readings.options(MAX, 1));
    List<String> united = new ArrayList<>();
    long bytes = 0;
    for (Shard shard : shards) {
      ShardReader reader = readers.open(shard);
      united.addAll(Readings.read(reader, united.size(), bytes));
      bytes += reader.bytes();
    }
    return united.stream().map(PackedRangesTest::withoutPlace).toList();
  }

  private static String withoutPlace(String outcome) {
    return outcome.replaceFirst(" at byte \\d+ of the (file|record)", "");
  }

  private static List<String> whole(Path file) throws IOException {
    return Readings.read(file, Readings.options(MAX, 1)).stream()
        .map(PackedRangesTest::withoutPlace)
        .toList();
  }

  @ParameterizedTest
  @EnumSource
  void rangesAreTheFile(Packing packing) throws IOException {
    int cut = 0;
    for (int seed = 0; seed < 40; seed++) {
      Random random = new Random(seed);
      Path file = file(pieces(lines(random), packing, random), packing);
      for (long shardBytes : new long[] {1, 60, 150, 300, 700, 2000}) {
        List<Shard> shards = shards(file, shardBytes);
        cut += shards.size() > 1 ? 1 : 0;
        assertEquals(whole(file), union(shards), "seed " + seed + ", " + shardBytes);
        assertEquals(shards, shards(file, shardBytes), "they are stable");
        assertEquals(Files.size(file), shards.stream().mapToLong(Shard::weight).sum());
      }
    }
    assertTrue(cut > 100, "files were cut " + cut + " times");
  }

  @ParameterizedTest
  @EnumSource
  void aTruncatedEndIsAnErrorAfterAllThatIsWhole(Packing packing) throws IOException {
    Random random = new Random(7);
    List<byte[]> pieces = pieces(lines(random), packing, random);
    for (int lost = 1; lost < 12; lost++) {
      byte[] last = pieces.getLast();
      List<byte[]> clipped = new ArrayList<>(pieces.subList(0, pieces.size() - 1));
      clipped.add(Arrays.copyOf(last, last.length - lost));
      ByteArrayOutputStream all = new ByteArrayOutputStream();
      clipped.forEach(all::writeBytes);
      Path file = Files.write(folder.resolve("clipped" + packing.extension), all.toByteArray());
      List<String> whole = whole(file);
      List<String> united = union(shards(file, 300));
      assertEquals(whole.size(), united.size());
      assertEquals(whole.subList(0, whole.size() - 1), united.subList(0, united.size() - 1));
      assertTrue(united.getLast().contains("damaged or cut off after byte"), united.getLast());
    }
  }

  @ParameterizedTest
  @EnumSource
  void damageInTheMiddleEndsItsRangeAndNoOther(Packing packing) throws IOException {
    List<byte[]> pieces = new ArrayList<>();
    for (int i = 0; i < 9; i++) {
      String line = "{\"text\":\"number " + i + " " + "z".repeat(i) + "\"}\n";
      pieces.add(packing.pack(line.repeat(5).getBytes(StandardCharsets.UTF_8)));
    }
    byte[] middle = pieces.get(4);
    middle[middle.length - (packing == Packing.BGZF ? 12 : 5)] ^= 0x55;
    Path file = file(pieces, packing);
    List<String> united = union(shards(file, 1));

    List<String> failures = united.stream().filter(o -> o.startsWith("failed")).toList();
    long at = 0;
    for (byte[] piece : pieces.subList(0, 4)) {
      at += piece.length;
    }
    assertTrue(!failures.isEmpty(), united.toString());
    assertTrue(
        failures.getLast().contains("unpacked from byte " + at + " of the file"), "" + failures);
    assertEquals(20, united.stream().filter(o -> o.matches("read .*number [0-3] .*")).count());
    // the line at the very start of a range is known by the line feed before it, which is lost
    long after = united.stream().filter(o -> o.matches("read .*number [5-8] .*")).count();
    assertTrue(after >= 19, united.toString());
  }

  @Test
  void aTableThatLiesIsNotTrusted() throws IOException {
    Random random = new Random(3);
    byte[] data = lines(random);
    List<byte[]> pieces = pieces(data, Packing.SEEKABLE, random);
    Path file = file(pieces, Packing.SEEKABLE);
    byte[] bytes = Files.readAllBytes(file);
    bytes[bytes.length - 9 - 8 * pieces.size()]++;
    bytes[bytes.length - 9 - 8]--;
    Files.write(file, bytes);

    assertTrue(shards(file, 100).size() > 1);
    assertEquals(whole(file), union(shards(file, 100)));
  }

  @Test
  void aGzipWithoutBlocksIsOneShard() throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (var gzip = new java.util.zip.GZIPOutputStream(out)) {
      gzip.write(lines(new Random(1)));
    }
    Path file = Files.write(folder.resolve("plain.jsonl.gz"), out.toByteArray());
    assertEquals(1, shards(file, 10).size());
  }

  /** Large enough for a thread of its own. */
  @ParameterizedTest
  @EnumSource
  void unpackedBesideTheReaderItIsTheSame(Packing packing) throws IOException {
    Random random = new Random(5);
    List<byte[]> pieces = new ArrayList<>();
    ByteArrayOutputStream plain = new ByteArrayOutputStream();
    for (int i = 0; i < 120; i++) {
      StringBuilder text = new StringBuilder();
      while (text.length() < 40_000) {
        text.append("{\"text\":\"").append(random.nextLong()).append("\"}\n");
      }
      byte[] piece = text.toString().getBytes(StandardCharsets.UTF_8);
      plain.writeBytes(piece);
      pieces.add(packing.pack(piece));
    }
    Path file = file(pieces, packing);
    List<String> expected = Readings.lines(plain.toByteArray(), Readings.options(MAX, 1));

    assertEquals(expected, whole(file));
    assertEquals(expected, union(shards(file, 1_100_000)));
    try (ShardReader reader =
        new ShardReaders(Readings.options(MAX, 1)).open(Readings.shard(file))) {
      assertTrue(reader.next() instanceof ReadOutcome.Read, "closed early, its thread ends");
    }
    assertTrue(
        Thread.getAllStackTraces().keySet().stream()
            .noneMatch(t -> t.getName().equals("bookplate-unpacking")));
  }
}
