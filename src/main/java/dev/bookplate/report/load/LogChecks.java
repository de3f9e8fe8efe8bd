package dev.bookplate.report.load;

import dev.bookplate.evidence.CsvTable;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.origin.Digests;
import dev.bookplate.report.load.Problem.Code;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** The log of a production, where it is one of ours, against what is there. */
final class LogChecks {
  private final Path production;
  private final Consumer<Problem> problems;
  private ProductionLog log;

  LogChecks(Path production, Consumer<Problem> problems) {
    this.production = production;
    this.problems = problems;
  }

  /** Reads the log; productions of others have none, and lack nothing by that. */
  void read() throws IOException {
    Path file = production.resolve(ProductionLog.FILE);
    boolean rows = Files.isRegularFile(production.resolve(ProductionLog.FILES));
    if (!Files.isRegularFile(file)) {
      if (rows) {
        tell(ProductionLog.FILE, 0, Code.NO_LOG, "it is not there");
      }
      return;
    }
    try {
      log = RunJson.read(Files.readString(file), ProductionLog.class);
    } catch (IOException e) {
      tell(ProductionLog.FILE, 0, Code.NO_LOG, "it cannot be read");
    }
  }

  /** The encoding of load files that bear no mark, or null. */
  LoadEncoding encoding() {
    for (LoadEncoding each : LoadEncoding.values()) {
      if (log != null && each.label().equals(log.encoding())) {
        return each;
      }
    }
    return null;
  }

  void check(List<LoadFile> files, NumberChecks numbers) throws IOException {
    if (log == null) {
      return;
    }
    counts(numbers);
    for (LoadFile file : files) {
      designations(file);
    }
    digests();
  }

  private void counts(NumberChecks numbers) {
    boolean same =
        Objects.equals(log.firstNumber(), numbers.firstNumber())
            && Objects.equals(log.lastNumber(), numbers.lastNumber())
            && log.documents() + log.sheets() == numbers.rows();
    if (!same) {
      String message = "its numbers or counts are not those of the load files";
      tell(ProductionLog.FILE, 0, Code.LOG_COUNT, message);
    }
  }

  private void designations(LoadFile file) {
    String said = log.designation() == null ? "" : log.designation();
    for (LoadFile.Line line : file.lines()) {
      String its = file.text(line, LoadField.CONFIDENTIALITY);
      if (!its.equals(said)) {
        problems.accept(
            new Problem(
                file.path(),
                line.number(),
                file.column(LoadField.CONFIDENTIALITY) + 1,
                Code.DESIGNATION,
                "the document is designated \"" + its + "\", the production \"" + said + "\""));
      }
    }
  }

  private void digests() throws IOException {
    Set<String> there = there();
    long line = 1;
    try (Stream<ProductionLog.LoggedFile> rows =
        new CsvTable<>(ProductionLog.LoggedFile.class)
            .read(production.resolve(ProductionLog.FILES))) {
      for (ProductionLog.LoggedFile row : (Iterable<ProductionLog.LoggedFile>) rows::iterator) {
        line++;
        if (!there.remove(row.path())) {
          tell(ProductionLog.FILES, line, Code.LOGGED_ONLY, row.path() + " is not there");
        } else if (!Digests.of(production.resolve(row.path())).sha256().equals(row.sha256())) {
          String message = row.path() + " has other bytes than the log says";
          tell(ProductionLog.FILES, line, Code.LOG_DIGEST, message);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      tell(ProductionLog.FILES, line, Code.NO_LOG, "it cannot be read from here on");
      return;
    }
    there.forEach(path -> tell(path, 0, Code.NOT_LOGGED, "the log does not have it"));
  }

  private Set<String> there() throws IOException {
    Set<String> there = new TreeSet<>();
    try (Stream<Path> files = Files.walk(production)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> production.relativize(file).toString().replace('\\', '/'))
          .filter(path -> !path.equals(ProductionLog.FILE) && !path.equals(ProductionLog.FILES))
          .forEach(there::add);
    }
    return there;
  }

  private void tell(String file, long line, Code code, String message) {
    problems.accept(new Problem(file, line, 0, code, message));
  }
}
