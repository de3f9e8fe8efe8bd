package dev.bookplate.audit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
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

  /** The Java that runs it. */
  public static String jvm() {
    return System.getProperty("java.vendor") + " " + Runtime.version();
  }
}
