package dev.bookplate.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;

/** The commands on catalogues, under one name. */
@Command(
    name = "catalogue",
    aliases = "catalog",
    description = "Build catalogues of works, and look into them.",
    synopsisSubcommandLabel = "COMMAND",
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate catalogue add my-catalogue shelf/ --as-of 2026-11-01",
      "  bookplate catalogue list my-catalogue",
      "  bookplate catalogue search my-catalogue lamp at skerrow"
    })
final class CatalogueCommand extends BookplateCommand {
  CatalogueCommand(Session session) {
    super(session);
  }

  /** With its commands. */
  static CommandLine commandLine(Session session) {
    return new CommandLine(new CatalogueCommand(session))
        .addSubcommand(new CatalogueAddCommand(session))
        .addSubcommand(new CatalogueListCommand(session))
        .addSubcommand(new CatalogueSearchCommand(session))
        .addSubcommand(new CatalogueShowCommand(session))
        .addSubcommand(new CatalogueMergesCommand(session))
        .addSubcommand(new CatalogueMergeCommand(session))
        .addSubcommand(new CatalogueSplitCommand(session))
        .addSubcommand(new CatalogueDiffCommand(session))
        .addSubcommand(new CatalogueRelatedCommand(session))
        .addSubcommand(new CatalogueRowsCommand(session))
        .addSubcommand(new CatalogueTorrentCommand(session))
        .addSubcommand(new CatalogueStatsCommand(session))
        .addSubcommand(new CatalogueExportCommand(session))
        .addSubcommand(new CatalogueImportCommand(session))
        .addSubcommand(new CatalogueVerifyCommand(session));
  }

  @Override
  ExitCode execute() {
    throw new ParameterException(
        spec().commandLine(),
        "name what is to be done: add, list, search, show, merges, merge, split, diff, related,"
            + " rows, torrent, stats, export, import or verify");
  }
}
