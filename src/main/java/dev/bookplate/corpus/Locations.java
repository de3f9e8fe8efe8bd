package dev.bookplate.corpus;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.regex.Pattern;

/**
 * Where files are, as it is typed and kept: a path of this machine, or one elsewhere by its scheme,
 * such as {@code hdfs://host/corpus} or {@code s3a://bucket/corpus}. Only the latter ever leads to
 * a network.
 */
public final class Locations {
  private static final Pattern REMOTE = Pattern.compile("[a-z][a-z0-9+.-]+://.*", Pattern.DOTALL);
  private static final Pattern LOCAL_SCHEME = Pattern.compile("file:(//(localhost)?(?=/))?");

  private Locations() {}

  /** Whether a location is on another machine. */
  public static boolean isRemote(String location) {
    return REMOTE.matcher(location).matches() && !location.startsWith("file:");
  }

  /** Whether a path is one of {@link #of} with a scheme. */
  public static boolean isRemote(Path path) {
    return !path.getFileSystem().equals(FileSystems.getDefault());
  }

  /**
   * The path of a location; of this machine also with {@code file:} before it.
   *
   * @throws FileSystemNotFoundException if nothing on the class path serves the scheme; says what
   *     to do
   * @throws UncheckedIOException if the connector cannot be set up
   */
  public static Path of(String location) {
    if (!isRemote(location)) {
      return Path.of(LOCAL_SCHEME.matcher(location).replaceFirst(""));
    }
    try {
      return files(location).path(location);
    } catch (ServiceConfigurationError | NoClassDefFoundError e) {
      throw none(location, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static RemoteFiles files(String location) {
    return ServiceLoader.load(RemoteFiles.class, Locations.class.getClassLoader())
        .findFirst()
        .orElseThrow(() -> none(location, null));
  }

  private static FileSystemNotFoundException none(String location, Throwable cause) {
    String scheme = location.substring(0, location.indexOf(':'));
    FileSystemNotFoundException none =
        new FileSystemNotFoundException(
            location
                + ": "
                + scheme
                + " needs Hadoop's client, which is not on the class path; name a folder with its"
                + " jars in BOOKPLATE_HADOOP (docs/remote.md says which jars, and where from)");
    none.initCause(cause);
    return none;
  }
}
