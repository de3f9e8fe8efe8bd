package dev.bookplate.cli;

import java.io.InputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program: takes arguments, prints, and returns an exit code. */
@Command(
    name = "bookplate",
    description = "Says whose books are in a training corpus, and shows the evidence.",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate scan corpus/ -c shelf/ -o run/",
      "  bookplate help scan",
      "",
      "An argument @FILE stands for the arguments in FILE."
    })
public final class Bookplate implements Runnable {
  @Spec private CommandSpec spec;

  Bookplate() {}

  /**
   * Runs one command.
   *
   * @param in standard input
   * @param out takes the results
   * @param err takes progress and errors
   * @param args as typed
   * @return one of {@link ExitCode}'s codes
   */
  public static int run(InputStream in, PrintStream out, PrintStream err, String... args) {
    return run(new Session(in, out, err, System.getenv(), List.of(args)));
  }

  static int run(Session session) {
    CommandLine line = commandLine(session);
    int code = line.execute(session.arguments().toArray(new String[0]));
    line.getOut().flush();
    line.getErr().flush();
    session.err().flush();
    session.out().flush();
    if (session.out().checkError() && code == ExitCode.DONE.code()) {
      session.err().print("bookplate: the output could not be written to its end.\n");
      session.err().flush();
      return ExitCode.INTERNAL.code();
    }
    return code;
  }

  /** The whole grammar. */
  static CommandLine commandLine(Session session) {
    CommandLine line = new CommandLine(new Bookplate());
    line.addSubcommand(new ScanCommand(session));
    line.addSubcommand(new MergeCommand(session));
    line.addSubcommand(CatalogueCommand.commandLine(session));
    line.addSubcommand(new CalibrateCommand(session));
    line.addSubcommand(new ReportCommand(session));
    line.addSubcommand(new ExportCommand(session));
    line.addSubcommand(new NoticesCommand(session));
    line.addSubcommand(new ShowCommand(session));
    line.addSubcommand(new VerifyCommand(session));
    line.addSubcommand(new RerunCommand(session));
    line.addSubcommand(new SignCommand(session));
    line.addSubcommand(new BundleCommand(session));
    line.addSubcommand(new InspectCommand(session));
    line.addSubcommand(new CompletionCommand(session));
    line.addSubcommand(help());
    Map<String, CommandLine> commands = line.getSubcommands();
    ProfileTable.addTo(commands.get("scan").getCommandSpec());
    ProfileTable.addTo(commands.get("calibrate").getCommandSpec());
    ProfileTable.addTo(commands.get("catalogue").getSubcommands().get("add").getCommandSpec());
    line.registerConverter(Path.class, new LocationConverter.Local());
    line.setColorScheme(CommandLine.Help.defaultColorScheme(Ansi.OFF));
    line.setOut(writer(session.out()));
    line.setErr(writer(session.err()));
    FailurePrinter failures = new FailurePrinter(session);
    line.setParameterExceptionHandler(failures::usage);
    line.setExecutionExceptionHandler(failures::execution);
    CommandSpec top = line.getCommandSpec();
    top.exitCodeOnInvalidInput(ExitCode.USAGE.code());
    top.usageMessage().exitCodeListHeading("%nExit codes, the first that applies:%n");
    top.usageMessage().exitCodeList(codes());
    return line;
  }

  private static CommandLine help() {
    CommandLine help = new CommandLine(new HelpCommand());
    help.getCommandSpec().usageMessage().footer("%nExample:%n  bookplate help scan");
    return help;
  }

  private static Map<String, String> codes() {
    Map<String, String> codes = new java.util.LinkedHashMap<>();
    for (ExitCode code : ExitCode.values()) {
      codes.put(Integer.toString(code.code()), code.meaning());
    }
    return codes;
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, StandardCharsets.UTF_8);
  }

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "no command was named");
  }
}
