package dev.bookplate.report.load;

import dev.bookplate.report.load.Problem.Code;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * A production as an importer sees it: every load file is read, every file that one names is looked
 * at, and whatever would be refused or loaded wrong is told with its place.
 */
public final class Preflight {
  private Preflight() {}

  /**
   * What was looked at.
   *
   * @param loadFiles that were read
   * @param rows in them
   * @param problems in the order in which they were met
   */
  public record Result(int loadFiles, long rows, List<Problem> problems) {}

  /**
   * Checks a production, of this program or of another.
   *
   * @throws IOException if its files cannot be read
   */
  public static Result check(Path production) throws IOException {
    List<Problem> problems = new ArrayList<>();
    LogChecks log = new LogChecks(production, problems::add);
    log.read();
    List<LoadFile> files = new ArrayList<>();
    for (String path : loadFiles(production)) {
      byte[] bytes = Files.readAllBytes(production.resolve(path));
      files.add(LoadFileReader.read(path, bytes, log.encoding(), problems::add));
    }
    if (files.isEmpty()) {
      problems.add(new Problem(".", 0, 0, Code.NO_LOAD_FILE, "there is no load file in it"));
      return new Result(0, 0, List.copyOf(problems));
    }
    long rows = contents(production, files, log, problems::add);
    return new Result(files.size(), rows, List.copyOf(problems));
  }

  private static long contents(
      Path production, List<LoadFile> files, LogChecks log, Consumer<Problem> problems)
      throws IOException {
    NumberChecks numbers = new NumberChecks(problems);
    PathChecks paths = new PathChecks(production, problems);
    boolean isWhole = true;
    for (LoadFile file : files) {
      if (!file.header().isEmpty() && file.column(LoadField.BEGBATES) < 0) {
        String message = "no column holds the documents' numbers (BEGBATES, Control Number)";
        problems.accept(new Problem(file.path(), 1, 0, Code.MISSING_COLUMN, message));
        isWhole = false;
        continue;
      }
      new ValueChecks(file, problems).check();
      numbers.check(file);
      paths.check(file);
    }
    numbers.end();
    if (isWhole) {
      paths.rest();
    }
    log.check(files, numbers);
    return numbers.rows();
  }

  /** In the order of their volumes. */
  private static List<String> loadFiles(Path production) throws IOException {
    try (Stream<Path> files = Files.walk(production)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> production.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.matches("(?i)(.*/DATA/)?[^/]+\\.(dat|csv)"))
          .filter(path -> !path.equals(ProductionLog.FILES))
          .sorted()
          .toList();
    }
  }
}
