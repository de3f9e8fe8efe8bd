package dev.bookplate.report.load;

import dev.bookplate.report.load.Problem.Code;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Values of columns that this program knows: days, numbers, digests, escapes. */
final class ValueChecks {
  /** What importers take for days; the last is that of US exports. */
  private static final List<DateTimeFormatter> DAYS =
      Stream.of("uuuuMMdd", "uuuu-MM-dd", "MM/dd/uuuu", "M/d/uuuu")
          .map(p -> DateTimeFormatter.ofPattern(p, Locale.ROOT))
          .map(f -> f.withResolverStyle(ResolverStyle.STRICT))
          .toList();

  private final LoadFile file;
  private final Consumer<Problem> problems;
  private DateTimeFormatter days;

  ValueChecks(LoadFile file, Consumer<Problem> problems) {
    this.file = file;
    this.problems = problems;
  }

  void check() {
    for (int column = 0; column < file.header().size(); column++) {
      Optional<LoadField> field = LoadField.named(file.header().get(column).strip());
      if (field.isPresent()) {
        for (LoadFile.Line line : file.lines()) {
          check(field.get(), column, line);
        }
      }
    }
  }

  private void check(LoadField field, int column, LoadFile.Line line) {
    String cell = line.cells().get(column);
    if (cell.isEmpty()) {
      return;
    }
    switch (field.kind()) {
      case DATE -> day(cell, column, line);
      case NUMBER -> {
        if (!cell.matches("-?[0-9]+(\\.[0-9]+)?")) {
          tell(line, column, Code.NUMBER_VALUE, "the value is no number");
        }
      }
      case DIGEST -> {
        if (!cell.matches("[0-9a-fA-F]{32}|[0-9a-fA-F]{40}|[0-9a-fA-F]{64}")) {
          tell(line, column, Code.DIGEST_FORM, "the value is no digest: 32, 40 or 64 hex digits");
        }
      }
      case TEXT, LIST -> {
        if (!escapesAreWhole(cell)) {
          tell(line, column, Code.ESCAPE, "a backslash in it begins no escape");
        }
      }
      case NUMBERED, PATH -> {
        // NumberChecks and PathChecks
      }
    }
  }

  /** Days are written in one way through a file. */
  private void day(String cell, int column, LoadFile.Line line) {
    if (days == null) {
      days = DAYS.stream().filter(f -> isDay(f, cell)).findFirst().orElse(null);
    }
    if (days == null || !isDay(days, cell)) {
      tell(line, column, Code.DATE, cell + " is no day as load files have them");
    }
  }

  private static boolean isDay(DateTimeFormatter format, String cell) {
    try {
      LocalDate.parse(cell, format);
      return true;
    } catch (DateTimeException e) {
      return false;
    }
  }

  private static boolean escapesAreWhole(String cell) {
    for (int i = cell.indexOf('\\'); i >= 0; i = cell.indexOf('\\', i)) {
      boolean isUnicode = cell.startsWith("u", i + 1);
      if (isUnicode && !cell.substring(i + 2).matches("(?s)[0-9a-f]{4}.*")) {
        return false;
      }
      boolean isPlain = cell.startsWith("\\", i + 1) || cell.startsWith(";", i + 1);
      if (!isUnicode && !isPlain) {
        return false;
      }
      i += isUnicode ? 6 : 2;
    }
    return true;
  }

  private void tell(LoadFile.Line line, int column, Code code, String message) {
    problems.accept(new Problem(file.path(), line.number(), column + 1, code, message));
  }
}
