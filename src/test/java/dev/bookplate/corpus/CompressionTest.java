package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.github.luben.zstd.Zstd;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.compressors.bzip2.BZip2CompressorOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tukaani.xz.LZMA2Options;
import org.tukaani.xz.XZOutputStream;

/** Packed files, whole and damaged. */
class CompressionTest {
  private static final String FIRST = "{\"text\":\"one\"}\n{\"text\":\"two\"}\n{\"te";
  private static final String SECOND = "xt\":\"three\"}\n{\"text\":\"four\"}\n";

  @TempDir Path folder;

  enum Packing {
    GZ {
      @Override
      OutputStream open(OutputStream out) throws IOException {
        return new GZIPOutputStream(out);
      }
    },
    ZST {
      @Override
      OutputStream open(OutputStream out) {
        return null;
      }

      @Override
      byte[] pack(String text) {
        return Zstd.compress(text.getBytes(StandardCharsets.UTF_8));
      }
    },
    BZ2 {
      @Override
      OutputStream open(OutputStream out) throws IOException {
        return new BZip2CompressorOutputStream(out);
      }
    },
    XZ {
      @Override
      OutputStream open(OutputStream out) throws IOException {
        return new XZOutputStream(out, new LZMA2Options(0));
      }
    };

    abstract OutputStream open(OutputStream out) throws IOException;

    byte[] pack(String text) throws IOException {
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      try (OutputStream out = open(bytes)) {
        out.write(text.getBytes(StandardCharsets.UTF_8));
      }
      return bytes.toByteArray();
    }

    String extension() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private List<String> read(String name, byte[] bytes) throws IOException {
    return Readings.read(Files.write(folder.resolve(name), bytes), Readings.SMALL);
  }

  private static byte[] join(byte[] a, byte[] b) {
    byte[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return both;
  }

  @ParameterizedTest
  @EnumSource
  void allMembersAreRead(Packing packing) throws IOException {
    byte[] bytes = join(packing.pack(FIRST), packing.pack(SECOND));
    List<String> expected =
        Readings.lines((FIRST + SECOND).getBytes(StandardCharsets.UTF_8), Readings.SMALL);
    assertEquals(4, expected.size());
    assertEquals(expected, read("a.jsonl." + packing.extension(), bytes));
    assertEquals(expected, read("misnamed.jsonl", bytes));
    assertEquals(expected, read("a." + packing.extension(), bytes));
  }

  @ParameterizedTest
  @EnumSource
  void clippedAnywhereItIsAnErrorAndLosesNoWholeLine(Packing packing) throws IOException {
    byte[] first = packing.pack(FIRST);
    byte[] all = join(first, packing.pack(SECOND));
    List<String> whole =
        Readings.lines((FIRST + SECOND).getBytes(StandardCharsets.UTF_8), Readings.SMALL);
    for (int length = 1; length < all.length; length++) {
      List<String> read = read("c.jsonl." + packing.extension(), Arrays.copyOf(all, length));
      String last = read.getLast();
      int n = read.size() - 1;
      assertEquals(whole.subList(0, n), read.subList(0, n), "clipped at " + length);
      assertTrue(last.startsWith("failed " + n + "@"), "clipped at " + length + ": " + last);
      if (length > first.length) {
        assertTrue(n >= 2, "clipped at " + length + ": lines of the first member are whole");
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void garbageAfterTheLastMemberIsAnError(Packing packing) throws IOException {
    byte[] bytes = join(packing.pack(FIRST + SECOND), "garbage!".getBytes(StandardCharsets.UTF_8));
    List<String> read = read("g.jsonl." + packing.extension(), bytes);
    assertEquals(5, read.size());
    assertTrue(read.getLast().startsWith("failed 4@63-63"), read.getLast());
  }

  @Test
  void damageSaysHowFarTheDataGoes() throws IOException {
    String many = "{\"text\":\"some words that are packed\"}\n".repeat(5000);
    for (Packing packing : Packing.values()) {
      byte[] bytes = packing.pack(many);
      List<String> read =
          read("d.jsonl." + packing.extension(), Arrays.copyOf(bytes, bytes.length - 3));
      String last = read.getLast();
      assertTrue(last.contains("damaged or cut off after byte "), last);
      assertTrue(last.contains("get the file anew"), last);
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyPackedFileIsEmpty(Packing packing) throws IOException {
    assertEquals(
        List.of("empty 0@0-0 an empty file"),
        read("e.jsonl." + packing.extension(), packing.pack("")));
  }

  @ParameterizedTest
  @EnumSource
  void aPackedTextIsADocument(Packing packing) throws IOException {
    byte[] bytes = packing.pack("A plain text.\n");
    assertEquals(
        List.of("read 0@0-" + bytes.length + " null=A plain text.\n"),
        read("t.txt." + packing.extension(), bytes));
  }
}
