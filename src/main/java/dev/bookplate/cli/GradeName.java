package dev.bookplate.cli;

import dev.bookplate.match.Grade;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Grades by the names that they have in files. */
final class GradeName implements ITypeConverter<Grade>, Iterable<String> {
  private static final List<String> NAMES =
      Arrays.stream(Grade.values()).map(Grade::label).toList();

  @Override
  public Grade convert(String typed) {
    return Arrays.stream(Grade.values())
        .filter(grade -> grade.label().equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + typed + "' is no grade; give one of " + String.join(", ", NAMES)));
  }

  @Override
  public Iterator<String> iterator() {
    return NAMES.iterator();
  }
}
