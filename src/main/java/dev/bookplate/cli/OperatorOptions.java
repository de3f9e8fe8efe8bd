package dev.bookplate.cli;

import dev.bookplate.audit.Provenance;
import dev.bookplate.evidence.CustodyEntry;
import dev.bookplate.evidence.CustodyEvent;
import dev.bookplate.evidence.CustodyLog;
import dev.bookplate.evidence.RunFolderException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Option;

/** Who works, as typed; and the custody log that it is noted in. */
final class OperatorOptions {
  @Option(
      names = "--operator",
      paramLabel = "NAME",
      description =
          "Who does this, for the custody log, as you state it. Default: nobody is named; the"
              + " account's and the machine's names are noted in any case.")
  private String operator;

  String operator() {
    return operator;
  }

  CustodyEntry.By by(Session session) {
    return Provenance.by(operator, Host.name(session.environment()));
  }

  /**
   * Notes something in a run's log.
   *
   * @return why it was not noted, as a sentence, or null
   */
  String note(Session session, Path run, CustodyEvent event, Map<String, String> detail) {
    if (!run.getFileSystem().equals(FileSystems.getDefault())) {
      return "A bundle is not written to: that it was " + event.label() + " is not noted in it.";
    }
    if (!CustodyLog.isIn(run)) {
      return "The run has no custody log, since it was made before one was kept: nothing is noted.";
    }
    try {
      CustodyLog.append(run, event, by(session), detail);
      return null;
    } catch (RunFolderException.Damaged damaged) {
      return "The custody log does not hold: nothing is added to it.";
    } catch (IOException e) {
      return "That it was "
          + event.label()
          + " could not be noted in "
          + run
          + " ("
          + e.getMessage()
          + ").";
    }
  }
}
