package dev.bookplate.audit;

import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;

/**
 * Which program this is.
 *
 * @param version of the program
 * @param commit that it was built from, or null
 */
public record Build(String version, String commit) {
  /** This program. */
  public static final Build THIS = read();

  private static Build read() {
    Properties properties = new Properties();
    try (InputStream in = Build.class.getResourceAsStream("/dev/bookplate/build.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    String commit = properties.getProperty("commit", "");
    return new Build(
        properties.getProperty("version"), commit.matches("[0-9a-f]{7,40}") ? commit : null);
  }

  /**
   * What tells this program from every other, also from the same version built of other sources:
   * what it once built is not to be taken for what it would build now.
   */
  public static String identity() {
    String sha256 = sha256();
    return sha256 == null ? THIS.version() : sha256;
  }

  /** SHA-256 of the program's file; null where it is not one file. */
  public static String sha256() {
    return Program.SHA256;
  }

  /** Read when it is first asked for, and once. */
  private static final class Program {
    static final String SHA256 = read();

    private static String read() {
      try {
        Path code =
            Path.of(Build.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        return Files.isRegularFile(code) ? Digests.of(code).sha256() : null;
      } catch (IOException | URISyntaxException | SecurityException e) {
        return null;
      }
    }
  }

  /** The Java that runs it. */
  public static String jvm() {
    return System.getProperty("java.vendor") + " " + Runtime.version();
  }
}
