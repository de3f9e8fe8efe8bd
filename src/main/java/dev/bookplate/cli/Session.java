package dev.bookplate.cli;

import dev.bookplate.report.TerminalStyle;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What one run of the program was given.
 *
 * @param in standard input
 * @param out for results
 * @param err for progress and errors
 * @param environment variables
 * @param arguments as typed
 */
record Session(
    InputStream in,
    PrintStream out,
    PrintStream err,
    Map<String, String> environment,
    List<String> arguments) {
  /** The launcher, which can tell, says here which of the streams 1 and 2 are terminals. */
  private static final String TERMINALS = "BOOKPLATE_TERMINALS";

  private static final String COLUMNS = "BOOKPLATE_COLUMNS";
  private static final int USUAL_COLUMNS = 80;

  /** Whether progress may rewrite its line. */
  boolean errIsTerminal() {
    return isTerminal("2");
  }

  /** What results may look like, where the user names no width. */
  TerminalStyle style() {
    boolean colour = isTerminal("1") && environment.getOrDefault("NO_COLOR", "").isEmpty();
    return new TerminalStyle(columns(), colour);
  }

  /** Of the terminal, or what most have. */
  int columns() {
    String columns = environment.getOrDefault(COLUMNS, "");
    return columns.matches("[1-9][0-9]{0,3}") ? Integer.parseInt(columns) : USUAL_COLUMNS;
  }

  private boolean isTerminal(String stream) {
    String terminals = environment.getOrDefault(TERMINALS, "");
    return Arrays.asList(terminals.split(" ", -1)).contains(stream)
        && !"dumb".equals(environment.get("TERM"));
  }
}
