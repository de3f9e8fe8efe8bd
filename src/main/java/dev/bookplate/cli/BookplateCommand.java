package dev.bookplate.cli;

import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** What every command has. */
abstract class BookplateCommand implements Callable<Integer> {
  private final Session session;

  @Spec private CommandSpec spec;

  @SuppressWarnings("UnusedVariable") // picocli looks at it
  @Option(
      names = {"-h", "--help"},
      usageHelp = true,
      description = "Show this help and exit.")
  private boolean help;

  @Option(
      names = {"-q", "--quiet"},
      description = "Print nothing but errors and what was asked for.")
  private boolean quiet;

  @Option(
      names = "--stacktrace",
      hidden = true,
      description = "Print the whole of an internal error, for a bug report.")
  private boolean stackTrace;

  BookplateCommand(Session session) {
    this.session = session;
  }

  /** Does it; everything that goes wrong is an exception, which {@link Failure} explains. */
  abstract ExitCode execute() throws IOException, InterruptedException;

  @Override
  public final Integer call() throws IOException, InterruptedException {
    return execute().code();
  }

  final Session session() {
    return session;
  }

  final CommandSpec spec() {
    return spec;
  }

  final boolean quiet() {
    return quiet;
  }

  final boolean stackTrace() {
    return stackTrace;
  }

  /** Prints a line of the result. */
  final void print(String line) {
    session.out().print(line + "\n");
  }

  /** Prints a line that a quiet user does not want. */
  final void tell(String line) {
    if (!quiet) {
      print(line);
    }
  }
}
