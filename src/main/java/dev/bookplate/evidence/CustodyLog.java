package dev.bookplate.evidence;

import dev.bookplate.origin.Digests;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * What was done to a run: {@code custody.jsonl}, which is only ever added to. Each line holds the
 * digest of the one before, and the first that of the manifest, which holds those of all other
 * files. So no line, and nothing of the run, can be changed without changing every line after it;
 * that somebody changed all of them, or took the last ones away, only a signature shows.
 *
 * @param entries in order, as far as the lines can be read
 * @param problems what does not hold, in the file's order; empty where all does
 */
public record CustodyLog(List<CustodyEntry> entries, List<Problem> problems) {
  /** What stands before the digest in what is signed. */
  public static final String SIGNED_TEXT = "bookplate custody, digest ";

  /** Name of the public key in the detail of what was signed: Base64 of its X.509 form. */
  public static final String PUBLIC_KEY = "publicKey";

  /** Largest log that is read; a line is a few hundred bytes. */
  private static final long MOST_BYTES = 256L << 20;

  /** Whether a run has one. */
  public static boolean isIn(Path run) {
    return Files.isRegularFile(run.resolve(RunFiles.CUSTODY));
  }

  /** Begins the log of a run that is being written, beside its manifest. */
  static void begin(Path folder, Manifest manifest, CustodyEntry.By by) throws IOException {
    Map<String, String> detail = new LinkedHashMap<>();
    detail.put("command", String.join(" ", manifest.commandLine()));
    detail.put("status", RunJson.tree(manifest.status()).textValue());
    CustodyEntry first =
        new CustodyEntry(
            1,
            CustodyEvent.CREATED,
            manifest.run().finished(),
            by,
            detail,
            BlockDigests.of(folder.resolve(RunFiles.MANIFEST)),
            null,
            null,
            null);
    DurableFiles.write(folder.resolve(RunFiles.CUSTODY), RunJson.line(first.sealed()) + "\n");
  }

  /** Reads the log of a run and checks every link of it. */
  public static CustodyLog read(Path run) throws IOException {
    Path file = run.resolve(RunFiles.CUSTODY);
    if (Files.size(file) > MOST_BYTES) {
      return new CustodyLog(
          List.of(), List.of(new Problem(RunFiles.CUSTODY, "all of it", "it is no such log")));
    }
    return new CustodyCheck(Files.readAllBytes(file)).check();
  }

  /**
   * Adds a line, on disk before this returns.
   *
   * @param run folder, which has a log
   * @throws RunFolderException.Damaged if the log does not hold: nothing is added to a broken chain
   * @throws RunFolderException.InUse if another process writes there
   */
  public static CustodyEntry append(
      Path run, CustodyEvent event, CustodyEntry.By by, Map<String, String> detail)
      throws IOException {
    return append(run, event, by, detail, UnaryOperator.identity());
  }

  /**
   * The same, and changes the line last of all.
   *
   * @param sign puts a signature on it
   */
  static CustodyEntry append(
      Path run,
      CustodyEvent event,
      CustodyEntry.By by,
      Map<String, String> detail,
      UnaryOperator<CustodyEntry> sign)
      throws IOException {
    RunLock lock = RunLock.take(run);
    try (lock) {
      CustodyLog log = read(run);
      Path file = run.resolve(RunFiles.CUSTODY);
      if (!log.problems.isEmpty()) {
        Problem first = log.problems.getFirst();
        throw new RunFolderException.Damaged(file, first.place() + ": " + first.what());
      }
      CustodyEntry last = log.entries.getLast();
      CustodyEntry next =
          new CustodyEntry(
              last.number() + 1,
              event,
              Instant.now().truncatedTo(ChronoUnit.SECONDS).toString(),
              by,
              detail,
              null,
              Digests.sha256(RunJson.line(last)),
              null,
              null);
      CustodyEntry done = sign.apply(next.sealed());
      try (FileOutputStream out = new FileOutputStream(file.toFile(), true)) {
        out.write((RunJson.line(done) + "\n").getBytes(StandardCharsets.UTF_8));
        out.getFD().sync();
      }
      return done;
    }
  }

  /** Reads lines one after the other. */
  private static final class CustodyCheck {
    private final byte[] bytes;
    private final List<CustodyEntry> entries = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private String previous;

    CustodyCheck(byte[] bytes) {
      this.bytes = bytes;
    }

    CustodyLog check() {
      int start = 0;
      int number = 0;
      while (start < bytes.length) {
        int end = start;
        while (end < bytes.length && bytes[end] != '\n') {
          end++;
        }
        number++;
        if (end == bytes.length) {
          problem(number, "the line does not end: something was cut off, or added by hand");
        } else {
          line(number, start, end);
        }
        start = end + 1;
      }
      if (number == 0) {
        problem(1, "the log is empty, and should begin with how the run was created");
      }
      return new CustodyLog(List.copyOf(entries), List.copyOf(problems));
    }

    private void line(int number, int start, int end) {
      String line = text(start, end);
      CustodyEntry entry = line == null ? null : parsed(line);
      if (entry == null) {
        problem(number, "it is not a line of this log");
        previous = line == null ? "" : Digests.sha256(line);
        return;
      }
      if (entry.number() != number) {
        problem(number, "it is numbered " + entry.number());
      }
      if (!java.util.Objects.equals(entry.previous(), previous)) {
        problem(number, "it does not continue the line before, which was altered, or one is gone");
      }
      if (!entry.sealed().sha256().equals(entry.sha256())) {
        problem(number, "its digest is another one: the line was altered");
      }
      if ((number == 1) != (entry.event() == CustodyEvent.CREATED)
          || (number == 1) != (entry.manifest() != null)) {
        problem(number, "the first line, and no other, says how the run was created");
      }
      if ((entry.event() == CustodyEvent.SIGNED) != (entry.signature() != null)) {
        problem(number, "a line has a signature if it says that the run was signed, and only then");
      } else if (entry.signature() != null && !CustodySignature.holds(entry)) {
        problem(number, "its signature is not that of the key that it names");
      }
      previous = Digests.sha256(line);
      entries.add(entry);
    }

    private String text(int start, int end) {
      try {
        return StandardCharsets.UTF_8
            .newDecoder()
            .decode(ByteBuffer.wrap(bytes, start, end - start))
            .toString();
      } catch (CharacterCodingException e) {
        return null;
      }
    }

    /** Null for whatever is not exactly as this program writes it. */
    private static CustodyEntry parsed(String line) {
      try {
        CustodyEntry entry = RunJson.read(line, CustodyEntry.class);
        boolean whole = entry.event() != null && entry.by() != null && entry.detail() != null;
        return whole && RunJson.line(entry).equals(line) ? entry : null;
      } catch (IOException e) {
        return null;
      }
    }

    private void problem(int number, String what) {
      problems.add(new Problem(RunFiles.CUSTODY, "line " + number, what));
    }
  }
}
