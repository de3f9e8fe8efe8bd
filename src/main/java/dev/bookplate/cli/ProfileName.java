package dev.bookplate.cli;

import dev.bookplate.fingerprint.Profile;
import java.util.Iterator;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A profile by its name, in lower case as in files. */
final class ProfileName implements ITypeConverter<Profile>, Iterable<String> {
  @Override
  public Profile convert(String value) {
    return Profile.of(value)
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "'" + value + "' is none of " + String.join(", ", this)));
  }

  @Override
  public Iterator<String> iterator() {
    return Stream.of(Profile.values()).map(Profile::label).iterator();
  }
}
