package dev.bookplate.cli;

import dev.bookplate.corpus.Locations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/** Checks of what was named, before anything is read or written. */
final class InputPaths {
  private InputPaths() {}

  /**
   * Refuses what is not there.
   *
   * @param what as people call it: {@code corpus}
   */
  static void requireAll(String what, List<Path> paths) {
    for (Path path : paths) {
      if (Locations.isRemote(path)) {
        requireRemote(what, path);
      } else if (!Files.exists(path)) {
        throw new UsageException(
            "the " + what + " " + path + " does not exist; check the path and its spelling.");
      }
    }
  }

  /** A host that does not answer is not a path that is not there. */
  private static void requireRemote(String what, Path path) {
    try {
      Files.readAttributes(path, BasicFileAttributes.class);
    } catch (NoSuchFileException e) {
      throw new UsageException(
          "the " + what + " " + path + " does not exist; check the path and its spelling.");
    } catch (IOException e) {
      throw new UsageException(
          "the "
              + what
              + " "
              + path
              + " cannot be reached ("
              + String.valueOf(e.getMessage()).lines().findFirst().orElse("")
              + "); check its host, the settings of its connector and your credentials.");
    }
  }

  /**
   * Refuses a run among what it is about: it would be read the next time, or be in the way.
   *
   * @param what as people call it: {@code corpus}
   */
  static void requireApart(Path run, String what, List<Path> paths) throws IOException {
    Path output = real(run);
    for (Path path : paths) {
      if (Locations.isRemote(path)) {
        continue; // runs are on this machine
      }
      Path input = real(path);
      if (output.startsWith(input)) {
        throw new UsageException(
            run + " is in the " + what + " " + path + "; name a folder for the run outside of it.");
      }
      if (input.startsWith(output)) {
        throw new UsageException(
            "the "
                + what
                + " "
                + path
                + " is in "
                + run
                + ", where the run is to go; name another folder for the run.");
      }
    }
  }

  /** Where a path leads through any links, also where its last parts are not there yet. */
  private static Path real(Path path) throws IOException {
    Path absolute = path.toAbsolutePath().normalize();
    Path there = absolute;
    while (!Files.exists(there)) {
      there = there.getParent();
    }
    return there.toRealPath().resolve(there.relativize(absolute)).normalize();
  }
}
