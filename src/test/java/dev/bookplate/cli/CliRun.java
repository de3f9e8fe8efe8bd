package dev.bookplate.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * One command in this process, and what came of it.
 *
 * @param code the exit code
 * @param out what it printed
 * @param err what it printed there
 */
record CliRun(int code, String out, String err) {
  /** Runs a command; arguments may be anything that has a string. */
  static CliRun of(Object... arguments) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Bookplate.run(
            new ByteArrayInputStream(new byte[0]),
            new PrintStream(out, false, StandardCharsets.UTF_8),
            new PrintStream(err, false, StandardCharsets.UTF_8),
            Arrays.stream(arguments).map(Object::toString).toArray(String[]::new));
    return new CliRun(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }
}
