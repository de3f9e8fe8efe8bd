package dev.bookplate.extract;

import dev.bookplate.extract.ExtractionException.Reason;
import dev.bookplate.origin.Places;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The other side of a {@link ParserProcess}: parses what it is sent, one file after the other, and
 * ends when nobody sends any more, also when the process that started it was killed. A parser in it
 * may run out of memory, loop or end the process: all that is lost is this.
 */
final class ParserChild {
  /** Makes text of a file. */
  interface FileParser {
    Extracted parse(Source source, FileKind kind, int maxChars)
        throws ExtractionException, IOException;
  }

  /** The argument that asks for OCR; seconds that one page may take come after it. */
  static final String OCR = "--ocr";

  private ParserChild() {}

  /** Parses by Tika. */
  public static void main(String[] args) throws IOException {
    if (args.length < 2 || !args[0].equals(OCR)) {
      serve((source, kind, maxChars) -> new TikaText(maxChars, 0).read(source, kind));
      return;
    }
    int seconds = Integer.parseInt(args[1]);
    Path scratch = Path.of(System.getProperty("java.io.tmpdir"));
    serve(
        (source, kind, maxChars) -> {
          try {
            return new TikaText(maxChars, seconds).read(source, kind);
          } finally {
            empty(scratch);
          }
        });
    Files.deleteIfExists(scratch);
  }

  /** Takes out what OCR left in its folder. */
  static void empty(Path scratch) throws IOException {
    try (Stream<Path> all = Files.walk(scratch)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!each.equals(scratch)) {
          Files.deleteIfExists(each);
        }
      }
    }
  }

  /** Answers until the input ends. */
  static void serve(FileParser parser) throws IOException {
    // what a parser prints must not get between the answers
    System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(new FileInputStream(FileDescriptor.in)));
    DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(new FileOutputStream(FileDescriptor.out)));
    while (true) {
      FileKind kind;
      try {
        kind = FileKind.valueOf(in.readUTF());
      } catch (EOFException e) {
        return;
      }
      int maxChars = in.readInt();
      answer(parser, source(in), kind, maxChars, out);
      out.flush();
    }
  }

  private static Source source(DataInputStream in) throws IOException {
    boolean onDisk = in.readBoolean();
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return onDisk
        ? new Source.OfFile(Path.of(new String(bytes, StandardCharsets.UTF_8)))
        : new Source.OfBytes(bytes);
  }

  private static void answer(
      FileParser parser, Source source, FileKind kind, int maxChars, DataOutputStream out)
      throws IOException {
    try {
      Extracted extracted = parser.parse(source, kind, maxChars);
      out.writeBoolean(true);
      write(extracted, out);
    } catch (ExtractionException e) {
      refuse(e.reason(), e.getMessage(), out);
    } catch (StackOverflowError e) {
      refuse(Reason.CORRUPT, kind.people() + " whose parts are nested too deeply to parse", out);
    } catch (IOException | RuntimeException e) {
      refuse(Reason.CORRUPT, kind.people() + " that cannot be read (" + e + ")", out);
    }
  }

  private static void refuse(Reason reason, String message, DataOutputStream out)
      throws IOException {
    out.writeBoolean(false);
    out.writeUTF(reason.name());
    write(message, out);
  }

  private static void write(Extracted extracted, DataOutputStream out) throws IOException {
    write(extracted.text(), out);
    write(extracted.extractor(), out);
    write(extracted.format(), out);
    Extracted.Metadata m = extracted.metadata();
    write(m.title(), out);
    write(m.authors(), out);
    write(m.identifiers(), out);
    write(m.language(), out);
    write(m.publisher(), out);
    write(m.date(), out);
    write(m.rights(), out);
    write(m.stamps().statements().stream().map(Stamps.Statement::name).toList(), out);
    write(m.stamps().statements().stream().map(Stamps.Statement::value).toList(), out);
    write(m.stamps().parts(), out);
    out.writeInt(extracted.places().list().size());
    for (Places.Place place : extracted.places().list()) {
      out.writeInt(place.from());
      write(place.name(), out);
    }
    write(extracted.gaps(), out);
  }

  private static void write(List<String> texts, DataOutputStream out) throws IOException {
    out.writeInt(texts.size());
    for (String text : texts) {
      write(text, out);
    }
  }

  /** A length and UTF-8; -1 for null. */
  private static void write(String text, DataOutputStream out) throws IOException {
    if (text == null) {
      out.writeInt(-1);
      return;
    }
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    out.writeInt(bytes.length);
    out.write(bytes);
  }

  /** What {@link #answer} wrote. */
  static Extracted read(DataInputStream in) throws ExtractionException, IOException {
    if (!in.readBoolean()) {
      Reason reason = Reason.valueOf(in.readUTF());
      throw new ExtractionException(reason, text(in));
    }
    String text = text(in);
    String extractor = text(in);
    String format = text(in);
    return new Extracted(
        text,
        extractor,
        format,
        new Extracted.Metadata(
            text(in), texts(in), texts(in), text(in), text(in), text(in), text(in), stamps(in)),
        places(in),
        texts(in));
  }

  private static Stamps stamps(DataInputStream in) throws IOException {
    List<String> names = texts(in);
    List<String> values = texts(in);
    List<Stamps.Statement> statements = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      statements.add(new Stamps.Statement(names.get(i), values.get(i)));
    }
    return new Stamps(statements, texts(in));
  }

  private static Places places(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Places.Place> places = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      places.add(new Places.Place(in.readInt(), text(in)));
    }
    return new Places(List.copyOf(places));
  }

  private static List<String> texts(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<String> texts = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      texts.add(text(in));
    }
    return List.copyOf(texts);
  }

  private static String text(DataInputStream in) throws IOException {
    int length = in.readInt();
    if (length < 0) {
      return null;
    }
    byte[] bytes = in.readNBytes(length);
    if (bytes.length < length) {
      throw new EOFException();
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
