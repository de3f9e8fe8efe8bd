package dev.bookplate.cli;

import dev.bookplate.corpus.Locations;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A path, of this machine or by a scheme such as {@code hdfs:} or {@code s3a:}. */
final class LocationConverter implements ITypeConverter<Path> {
  @Override
  public Path convert(String typed) {
    try {
      return Locations.of(typed);
    } catch (FileSystemNotFoundException e) {
      throw new TypeConversionException(e.getMessage());
    } catch (UncheckedIOException e) {
      throw new TypeConversionException(e.getCause().getMessage());
    }
  }

  /** For what can only be on this machine. */
  static final class Local implements ITypeConverter<Path> {
    @Override
    public Path convert(String typed) {
      if (Locations.isRemote(typed)) {
        throw new TypeConversionException(
            typed + " is on another machine, and this has to be a path of this one");
      }
      return Locations.of(typed);
    }
  }
}
