package dev.bookplate.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;

/** Prints what a shell needs to complete this program's commands and options. */
@Command(
    name = "completion",
    description = "Print a script that completes commands and options in bash and zsh.",
    footerHeading = "%nExamples:%n",
    footer = {
      "  source <(bookplate completion)",
      "  bookplate completion > /etc/bash_completion.d/bookplate"
    })
final class CompletionCommand extends BookplateCommand {
  CompletionCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() {
    session().out().print(AutoComplete.bash("bookplate", spec().root().commandLine()));
    return ExitCode.DONE;
  }
}
