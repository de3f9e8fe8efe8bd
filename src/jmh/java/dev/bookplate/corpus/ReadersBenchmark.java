package dev.bookplate.corpus;

import com.github.luben.zstd.ZstdOutputStream;
import dev.bookplate.library.BenchmarkText;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/** Each reader, from files. Operations a second are megabytes of text a second. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
public class ReadersBenchmark {
  private static final int MEGABYTES = 8;
  private static final int BOOK = 200; // documents

  /** Extension of the files. */
  @Param({"jsonl", "jsonl.gz", "jsonl.zst", "parquet", "epub", "txt"})
  String format;

  /** A script, or a path of real text. */
  @Param("english")
  String text;

  private final ShardReaders readers = new ShardReaders(ReadOptions.DEFAULT);
  private final List<Shard> shards = new ArrayList<>();
  private Path folder;

  /** Writes the files, the same in every run: one of all documents, or books of a megabyte. */
  @Setup
  public void write() throws IOException {
    folder = Files.createTempDirectory("benchmark");
    List<String> texts =
        BenchmarkText.documents(text, MEGABYTES * 1_000_000, 1).stream()
            .map(Utf8Text::toString)
            .toList();
    boolean books = format.equals("epub") || format.equals("txt");
    int step = books ? BOOK : texts.size();
    for (int from = 0; from < texts.size(); from += step) {
      List<String> part = texts.subList(from, Math.min(texts.size(), from + step));
      Path file = folder.resolve("part-" + from + "." + format);
      try (OutputStream out = Files.newOutputStream(file)) {
        write(part, out);
      }
      String name = file.getFileName().toString();
      shards.add(
          new Shard(
              shards.size(), "c", name, file.toString(), Files.size(file), Shard.Range.WHOLE));
    }
  }

  private void write(List<String> texts, OutputStream out) throws IOException {
    switch (format) {
      case "jsonl" -> lines(texts, out);
      case "jsonl.gz" -> {
        try (OutputStream packed = new GZIPOutputStream(out)) {
          lines(texts, packed);
        }
      }
      case "jsonl.zst" -> {
        try (OutputStream packed = new ZstdOutputStream(out)) {
          lines(texts, packed);
        }
      }
      case "parquet" -> out.write(parquet(texts));
      case "epub" -> epub(texts, out);
      case "txt" -> out.write(String.join("\n", texts).getBytes(StandardCharsets.UTF_8));
      default -> throw new IllegalArgumentException("no file here is written as " + format);
    }
  }

  private static void lines(List<String> texts, OutputStream out) throws IOException {
    for (int i = 0; i < texts.size(); i++) {
      String line =
          "{\"id\":\"doc-" + i + "\",\"text\":\"" + JsonText.escaped(texts.get(i), false) + "\"}\n";
      out.write(line.getBytes(StandardCharsets.UTF_8));
    }
  }

  private static byte[] parquet(List<String> texts) throws IOException {
    ParquetFiles file =
        new ParquetFiles(
            ParquetFiles.Codec.SNAPPY,
            ParquetFiles.Column.text("id"),
            ParquetFiles.Column.text("text"));
    int group = (texts.size() + 7) / 8;
    for (int from = 0; from < texts.size(); from += group) {
      List<String> part = texts.subList(from, Math.min(texts.size(), from + group));
      file.group(part.stream().map(t -> "id").toList(), part);
    }
    return file.bytes();
  }

  private static void epub(List<String> texts, OutputStream out) throws IOException {
    StringBuilder items = new StringBuilder();
    StringBuilder spine = new StringBuilder();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      entry(zip, "mimetype", "application/epub+zip");
      String root = "<rootfiles><rootfile full-path=\"book.opf\"/></rootfiles>";
      entry(zip, "META-INF/container.xml", "<container>" + root + "</container>");
      for (int i = 0; i < texts.size(); i++) {
        String body = texts.get(i).replace("\n", "</p>\n<p>");
        entry(zip, i + ".xhtml", "<html><body><p>" + body + "</p></body></html>");
        items.append("<item id=\"c" + i + "\" href=\"" + i + ".xhtml\"");
        items.append(" media-type=\"application/xhtml+xml\"/>");
        spine.append("<itemref idref=\"c" + i + "\"/>");
      }
      String parts = "<manifest>" + items + "</manifest><spine>" + spine + "</spine>";
      String namespace = "xmlns=\"http://www.idpf.org/2007/opf\"";
      entry(zip, "book.opf", "<package " + namespace + "><metadata/>" + parts + "</package>");
    }
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }

  /** Removes the files. */
  @TearDown
  public void remove() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  /** Reads all files. */
  @Benchmark
  @OperationsPerInvocation(MEGABYTES)
  public long read() throws IOException {
    long bytes = 0;
    for (Shard shard : shards) {
      try (ShardReader reader = readers.open(shard)) {
        for (ReadOutcome o = reader.next(); o != null; o = reader.next()) {
          bytes += ((ReadOutcome.Read) o).document().text().length();
        }
      }
    }
    return bytes;
  }
}
