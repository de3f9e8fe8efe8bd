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
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.tika.parser.Parser;

/** A Java process that parses files. Belongs to one thread at a time; once it fails, it is over. */
final class ParserProcess implements Closeable {
  private final Process process;
  private final DataOutputStream out;
  private final DataInputStream in;
  private int parsed;

  private ParserProcess(Process process) {
    this.process = process;
    out = new DataOutputStream(new BufferedOutputStream(process.getOutputStream()));
    in = new DataInputStream(new BufferedInputStream(process.getInputStream()));
  }

  /**
   * Starts one.
   *
   * @param main name of the class that is run
   * @param memoryBytes of its heap
   */
  static ParserProcess start(String main, long memoryBytes) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-Xmx" + Math.max(16, memoryBytes >> 20) + "m");
    command.add("-XX:+UseSerialGC");
    command.add("-XX:+ExitOnOutOfMemoryError");
    command.add("-Djava.awt.headless=true");
    command.add("-cp");
    command.add(classPath());
    command.add(main);
    ProcessBuilder builder = new ProcessBuilder(command);
    // what a library says there is not for the user's terminal
    builder.redirectError(ProcessBuilder.Redirect.DISCARD);
    return new ParserProcess(builder.start());
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
    process.destroyForcibly();
  }
}
