package dev.bookplate.extract;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.tika.parser.Parser;

/** A Java process that parses files. Belongs to one thread at a time; once it fails, it is over. */
final class ParserProcess implements Closeable {
  /**
   * No folder: a parser that asks for a temporary file fails. So the text of a member of an archive
   * reaches no disk; Tika's parsers do without where they are given bytes.
   */
  private static final String NO_TEMPORARY_FILES = "/nonexistent/no-temporary-files";

  private final Process process;

  /** Where OCR puts its temporary files, or null. */
  private final Path scratch;

  private final DataOutputStream out;
  private final DataInputStream in;
  private int parsed;

  private ParserProcess(Process process, Path scratch) {
    this.process = process;
    this.scratch = scratch;
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /**
   * Starts one.
   *
   * @param main name of the class that is run
   * @param limits its heap, and whether it is to read pictures
   */
  static ParserProcess start(String main, ParseLimits limits) throws IOException {
    Path scratch = limits.ocr() ? Files.createTempDirectory("bookplate-ocr") : null;
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + Math.max(16, limits.memoryBytes() >> 20) + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Djava.awt.headless=true");
    command.add("-Djava.io.tmpdir=" + (scratch == null ? NO_TEMPORARY_FILES : scratch));
    command.add("-cp");
    command.add(classPath());
    command.add(main);
    if (limits.ocr()) {
      command.add(ParserChild.OCR);
      command.add(Long.toString(limits.time().toSeconds()));
    }
    ProcessBuilder builder = new ProcessBuilder(command);
    // what a library says there is not for the user's terminal
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new ParserProcess(builder.start(), scratch);
  }

  /** That of this process, and where this class is from: a cluster loads it in ways of its own. */
  private static String classPath() {
    Set<String> places = new LinkedHashSet<>();
    for (Class<?> each : List.of(ParserProcess.class, Parser.class)) {
      var source = each.getProtectionDomain().getCodeSource();
      if (source != null && "file".equals(source.getLocation().getProtocol())) {
        places.add(Path.of(URI.create(source.getLocation().toString())).toString());
      }
    }
    places.add(System.getProperty("java.class.path"));
    return String.join(File.pathSeparator, places);
  }

  /** How many files it has parsed. */
  int parsed() {
    return parsed;
  }

  /**
   * The text of a file.
   *
   * @throws ExtractionException if it has none; the process goes on
   * @throws IOException if the process has ended
   */
  Extracted parse(Source source, FileKind kind, int maxChars)
      throws ExtractionException, IOException {
    out.writeUTF(kind.name());
    out.writeInt(maxChars);
    boolean onDisk =
        source instanceof Source.OfFile(Path file)
            && file.getFileSystem().equals(FileSystems.getDefault());
    byte[] bytes =
        onDisk
            ? ((Source.OfFile) source)
                .file()
                .toAbsolutePath()
                .toString()
                .getBytes(StandardCharsets.UTF_8)
            : all(source);
    out.writeBoolean(onDisk);
    out.writeInt(bytes.length);
    out.write(bytes);
    out.flush();
    parsed++;
    return ParserChild.read(in);
  }

  private static byte[] all(Source source) throws IOException {
    try (InputStream all = source.open()) {
      return all.readAllBytes();
    }
  }

  /** Ends it at once. */
  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    if (scratch != null) {
      try {
        process.onExit().join();
        ParserChild.empty(scratch);
        Files.deleteIfExists(scratch);
      } catch (IOException e) {
        // what others put there is left to whoever cleans the folder of temporary files
      }
    }
  }
}
