package dev.bookplate.cli;

import dev.bookplate.evidence.Manifest;
import java.util.List;
import picocli.CommandLine;

/** The command that a run says it was made by, as it would be understood now. */
final class RecordedCommand {
  private RecordedCommand() {}

  /** The scan; null where the command was none, or is one that this version does not know. */
  static ScanCommand of(Manifest manifest, Session session) {
    List<String> words = manifest.commandLine();
    if (words == null || words.size() < 2) {
      return null;
    }
    try {
      CommandLine line = Bookplate.commandLine(session);
      CommandLine.ParseResult parsed =
          line.parseArgs(words.subList(1, words.size()).toArray(new String[0]));
      CommandLine.ParseResult last = parsed;
      while (last.hasSubcommand()) {
        last = last.subcommand();
      }
      Object command = last.commandSpec().userObject();
      return command instanceof ScanCommand scan ? scan : null;
    } catch (CommandLine.ParameterException otherVersion) {
      return null;
    }
  }
}
