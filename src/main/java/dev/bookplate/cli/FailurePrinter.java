package dev.bookplate.cli;

import dev.bookplate.report.VisibleText;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Tells the user what went wrong, in one sentence, and makes the exit code of it. */
final class FailurePrinter {
  /** The line ends that are ours; one in a file's name is shown as something else. */
  private static final String LIST_ITEM = "\n(?=  )";

  private final Session session;

  FailurePrinter(Session session) {
    this.session = session;
  }

  /** What was typed makes no sense. */
  int usage(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    String message = e.getMessage().endsWith(".") ? e.getMessage() : e.getMessage() + ".";
    print(message + " See: " + line.getCommandSpec().qualifiedName() + " --help");
    return ExitCode.USAGE.code();
  }

  /** A command threw. */
  int execution(Exception e, CommandLine line, ParseResult parsed) {
    return failed(e, line.getCommand() instanceof BookplateCommand c && c.stackTrace());
  }

  /** Anything was thrown. */
  int failed(Throwable e, boolean stackTrace) {
    Failure failure = Failure.of(e);
    print(failure.message());
    if (stackTrace) {
      e.printStackTrace(session.err());
    }
    return failure.code().code();
  }

  private void print(String message) {
    StringBuilder shown = new StringBuilder("bookplate: ");
    for (String line : message.split(LIST_ITEM, -1)) {
      shown.append(VisibleText.oneLine(line)).append('\n');
    }
    session.err().print(shown);
  }
}
