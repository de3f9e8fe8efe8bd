package dev.bookplate.cli;

import dev.bookplate.evidence.FileTrees;
import dev.bookplate.report.load.BatesNumbers;
import dev.bookplate.report.load.BatesRegister;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;

/**
 * A folder that is being exported to. It is there only when all of it is; and the numbers in it are
 * given out only then, of a register that is held until the end.
 */
final class NumberedFolder implements Closeable {
  private final Path target;
  private final Path partial;
  private final String prefix;
  private final Path register;
  private final BatesRegister given;
  private BatesNumbers numbers;

  private NumberedFolder(Path target, String prefix, Path register, BatesRegister given) {
    this.target = target;
    partial = target.resolveSibling("." + target.getFileName() + ".partial");
    this.prefix = prefix;
    this.register = register;
    this.given = given;
  }

  /**
   * Begins one.
   *
   * @param register file of the numbers that were given out, or null for the usual one
   * @param prefix of numbers, or null where nothing is numbered
   * @throws UsageException if there is something at the target
   */
  static NumberedFolder begin(Path output, Path register, String prefix) throws IOException {
    refuse(output);
    Path target = output.toAbsolutePath().normalize();
    Files.createDirectories(target.getParent());
    Path file = register == null ? target.resolveSibling("bates-register.jsonl") : register;
    BatesRegister given = prefix == null ? null : BatesRegister.open(file);
    NumberedFolder folder = new NumberedFolder(target, prefix, file, given);
    FileTrees.delete(folder.partial);
    Files.createDirectories(folder.partial);
    return folder;
  }

  private static void refuse(Path output) throws IOException {
    boolean isEmpty = !Files.exists(output);
    if (!isEmpty && Files.isDirectory(output)) {
      try (var entries = Files.list(output)) {
        isEmpty = entries.findAny().isEmpty();
      }
    }
    if (!isEmpty) {
      throw new UsageException(
          output
              + " is there and not empty: name a new folder; what was produced is not replaced.");
    }
  }

  /** Where to write meanwhile. */
  Path folder() {
    return partial;
  }

  /** The file of numbers. */
  Path register() {
    return register;
  }

  /**
   * The numbers to be given out.
   *
   * @param start first of them, or null for the next
   */
  BatesNumbers numbers(Long start, int width) {
    long next = given.next(prefix);
    if (start != null && start < next) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "numbers up to %d of %s were given out before: start at %d, or leave --bates-start"
                  + " out.",
              next - 1,
              prefix,
              next));
    }
    try {
      numbers = new BatesNumbers(prefix, width, start == null ? next : start);
      return numbers;
    } catch (IllegalArgumentException e) {
      throw new UsageException(e.getMessage());
    }
  }

  /**
   * All is written: the folder gets its name.
   *
   * @param count of numbers in it
   * @param runSha256 of the run's manifest
   */
  void end(long count, String runSha256) throws IOException {
    if (given != null) {
      given.note(numbers, count, runSha256, target);
    }
    Files.deleteIfExists(target);
    Files.move(partial, target);
  }

  @Override
  public void close() throws IOException {
    try (BatesRegister closed = given) {
      FileTrees.delete(partial);
    }
  }
}
