package dev.bookplate.cli;

import dev.bookplate.audit.CataloguedFacts;
import dev.bookplate.audit.RecordedPlan;
import dev.bookplate.criteria.CriteriaFile;
import dev.bookplate.criteria.CriteriaRules;
import dev.bookplate.criteria.FactsFile;
import dev.bookplate.criteria.KnownWorks;
import dev.bookplate.criteria.Verdict;
import dev.bookplate.evidence.RunReader;
import dev.bookplate.report.Figures;
import dev.bookplate.report.load.ProducedNumbers;
import dev.bookplate.report.works.BesideRun;
import dev.bookplate.report.works.HeldTorrents;
import dev.bookplate.report.works.WorksList;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import picocli.CommandLine.Option;

/** What {@code export --format works} takes beside what every export does. */
final class WorksExport {
  /** The name of the format. */
  static final String FORMAT = "works";

  @Option(
      names = "--rules",
      paramLabel = "FILE",
      description =
          "works: rules by which works qualify. Default: an example, the terms of one settlement,"
              + " to be confirmed by counsel; --example-rules prints it.")
  private Path rules;

  @Option(
      names = "--example-rules",
      description = "Print the example of --rules, to be saved and changed, and do nothing else.")
  private boolean example;

  @Option(
      names = "--source",
      paramLabel = "NAME=PATTERN",
      description =
          "works: documents whose corpus/path matches are of this source of the rules, such as"
              + " libgen=books/part-1*/**. May be given several times.")
  private List<String> sources = List.of();

  @Option(
      names = "--facts",
      paramLabel = "FILE",
      description =
          "works: CSV of what somebody looked up, by work_id: published, registration, registered,"
              + " group, titles_covered, claimant, title, publisher, imprint, isbn, asin, language"
              + " and others. It stands before what the catalogue says.")
  private Path facts;

  @Option(
      names = {"-c", "--catalogue", "--catalog"},
      arity = "1..*",
      paramLabel = "CATALOGUE",
      converter = LocationConverter.class,
      description =
          "works: the catalogue of the run, for dates of registration and publication that its"
              + " records have, and for the MD5 that a library reports beside the one that"
              + " matched.")
  private List<Path> catalogues = List.of();

  @Option(
      names = "--cache",
      paramLabel = "DIR",
      description = "works: where catalogues are kept that were built on the fly.")
  private Path cache;

  @Option(
      names = "--found-only",
      description = "works: leave out works of which nothing was found.")
  private boolean foundOnly;

  @Option(
      names = "--notices",
      paramLabel = "DIR",
      description =
          "works: what the command notices wrote, for the column that says whether notices of a"
              + " work are absent in context.")
  private Path notices;

  @Option(
      names = "--torrents",
      paramLabel = "FILE",
      description =
          "works: what catalogue torrent --check CORPUS --json printed, for the columns of"
              + " torrents: infohash, index, pieces and verdict of files that hold. A file is known"
              + " by its path, which ends in corpus/path, and by its size.")
  private Path torrents;

  @Option(
      names = "--production",
      paramLabel = "DIR",
      description =
          "works: what export --format concordance or csv wrote of this run, for the numbers of the"
              + " documents that copies are in.")
  private Path production;

  boolean isExample() {
    return example;
  }

  /** What was written, and by which rules. */
  record Done(WorksList.Written written, CriteriaRules rules) {
    /** For people. */
    List<String> lines() {
      return List.of(
          Figures.count(written.works(), "work", "works")
              + ", "
              + Figures.count(written.copies(), "copy", "copies"),
          "Criteria met: "
              + written.verdicts().get(Verdict.Y)
              + " Y, "
              + written.verdicts().get(Verdict.N)
              + " N, "
              + written.verdicts().get(Verdict.UNKNOWN)
              + " UNKNOWN",
          String.format(
              Locale.ROOT,
              "By the rules %s, version %s of %s: %s",
              rules.name(),
              rules.version(),
              rules.date(),
              rules.status()));
    }

    /** As the JSON of the command. */
    Map<String, Object> facts() {
      Map<String, Object> all = new LinkedHashMap<>();
      all.put("works", written.works());
      all.put("copies", written.copies());
      Map<String, Object> met = new LinkedHashMap<>();
      for (Verdict verdict : Verdict.values()) {
        met.put(verdict.name(), written.verdicts().get(verdict));
      }
      all.put("criteriaMet", met);
      all.put("rules", rules.name() + " " + rules.version());
      all.put("rulesStatus", rules.status());
      all.put("rulesSha256", rules.sha256());
      return all;
    }
  }

  /** Writes the lists of a run into a folder. */
  Done write(RunReader run, String designation, Path folder, SearchOptions.Workbench workbench)
      throws IOException {
    CriteriaRules asked = rules();
    KnownWorks said = facts == null ? KnownWorks.NOTHING : FactsFile.read(facts);
    HeldTorrents held = torrents == null ? null : HeldTorrents.read(torrents, run.manifest());
    ProducedNumbers numbers = production == null ? null : ProducedNumbers.read(production, run);
    BesideRun beside = BesideRun.NOTHING.with(held).with(numbers);
    if (catalogues.isEmpty()) {
      return new Done(
          WorksList.write(
              run,
              new WorksList.Asked(asked, said, designation, foundOnly, notices, beside),
              folder),
          asked);
    }
    RecordedPlan recorded = RecordedPlan.of(run.manifest(), null);
    RecordedPlan.AtHand at =
        SourceOptions.ofCatalogues(catalogues, cache).find(recorded, workbench);
    try (CataloguedFacts catalogued = CataloguedFacts.open(recorded, at)) {
      WorksList.Asked all =
          new WorksList.Asked(
              asked,
              said.or(catalogued),
              designation,
              foundOnly,
              notices,
              beside.with(catalogued::reportedMd5));
      return new Done(WorksList.write(run, all, folder), asked);
    }
  }

  private CriteriaRules rules() throws IOException {
    CriteriaRules asked = rules == null ? CriteriaFile.example() : CriteriaFile.read(rules);
    for (String typed : sources) {
      int equals = typed.indexOf('=');
      if (equals <= 0 || equals == typed.length() - 1) {
        throw new UsageException("--source is NAME=PATTERN, and not " + typed + ".");
      }
      try {
        asked = asked.withDocuments(typed.substring(0, equals), typed.substring(equals + 1));
      } catch (IllegalArgumentException e) {
        throw new UsageException("--source " + typed + ": " + e.getMessage() + ".");
      }
    }
    return asked;
  }
}
