package dev.bookplate.cli;

import dev.bookplate.audit.CatalogueBuilder;
import dev.bookplate.audit.CatalogueBuilder.RowTerms;
import dev.bookplate.audit.CatalogueFolder;
import dev.bookplate.audit.CatalogueInfo;
import dev.bookplate.books.Given;
import dev.bookplate.books.Permission;
import dev.bookplate.catalogue.Rights;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.fingerprint.Profile;
import dev.bookplate.match.Relation;
import dev.bookplate.report.Figures;
import dev.bookplate.report.VisibleText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Builds a catalogue, or adds to it. */
@Command(
    name = "add",
    sortOptions = false,
    description = {
      "Build a catalogue of e-books, or add to one.",
      "",
      "A file that gives no book is listed with the reason, and is no error. A shelf may have a"
          + " catalogue.csv (source, id, title, authors, isbn, publisher, year, rights), which"
          + " wins over what its files say of themselves."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate catalogue add my-catalogue shelf/ --as-of 2026-11-01",
      "  bookplate catalogue add my-catalogue one-more.epub",
      "  bookplate catalogue add my-catalogue libgen.sql.gz --as-of 2021-06-30",
      "  bookplate catalogue add my-catalogue list.xlsx --map title=Werk,author=Urheber"
    })
final class CatalogueAddCommand extends BookplateCommand {
  @Parameters(
      index = "0",
      paramLabel = "CATALOGUE",
      description = "Folder of the catalogue; made if it is not there.")
  private Path catalogue;

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "SOURCE",
      description =
          "Shelves, which are folders of e-books, or single e-books; dumps, lists and tables that"
              + " say of books what there is (see catalogue rows).")
  private List<Path> sources;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "Format of sources without texts, as catalogue rows names them. Default: auto, what their"
              + " first bytes say.")
  private String format;

  @Mixin private ColumnOptions columns;

  @Option(
      names = "--as-of",
      paramLabel = "DATE",
      description =
          "Date that the catalogue is of, and rows that have none of their own, as 2026-11-01.")
  private LocalDate asOf;

  @Option(
      names = "--rights",
      paramLabel = "STATUS",
      description =
          "in-copyright or public-domain, for works whose rows do not say; with the country that is"
              + " meant, if one is, as in-copyright:US.")
  private String rights;

  @Option(
      names = "--holder",
      paramLabel = "NAME",
      description = "Who holds the rights of works whose rows do not say.")
  private String holder;

  @Option(
      names = "--permission",
      paramLabel = "LICENCE",
      description =
          "Licence that covers the works of the rows, as \"scope=training; holder=Acme;"
              + " until=2027-12-31\", of which only scope is required.")
  private String permission;

  @Option(
      names = "--name",
      paramLabel = "NAME",
      description = "Name of a new catalogue in reports. Default: its folder's name.")
  private String name;

  @Option(
      names = "--profile",
      paramLabel = "PROFILE",
      converter = ProfileName.class,
      completionCandidates = ProfileName.class,
      description =
          "How densely books are fingerprinted, for a new catalogue: fast, standard, or noisy for"
              + " bad OCR. Default: standard.")
  private Profile profile;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description =
          "Character set of plain text without a byte order mark that is not valid UTF-8."
              + " Default: detected, or windows-1252 where nothing tells.")
  private String charset;

  @Option(names = "--json", description = "Print what the catalogue then is as JSON.")
  private boolean json;

  CatalogueAddCommand(Session session) {
    super(session);
  }

  private CatalogueBuilder.Terms terms() {
    RowTerms rows =
        new RowTerms(
            "auto".equals(format) ? null : format,
            columns.choice(),
            new Given(date(), statedRights(), holder, permission()));
    return new CatalogueBuilder.Terms(name(), date(), profile, CharsetName.known(charset), rows);
  }

  private Rights statedRights() {
    if (rights == null) {
      return null;
    }
    int colon = rights.indexOf(':');
    String status = colon < 0 ? rights : rights.substring(0, colon);
    for (Rights.Status each : Rights.Status.values()) {
      if (each.label().equals(status) && each != Rights.Status.UNKNOWN) {
        return new Rights(
            each, colon < 0 ? null : rights.substring(colon + 1), "stated with --rights", date());
      }
    }
    throw new UsageException("--rights is in-copyright or public-domain, not \"" + rights + "\".");
  }

  private Permission permission() {
    try {
      return permission == null ? null : Permission.parse(permission);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--permission: " + e.getMessage() + ".");
    }
  }

  @Override
  ExitCode execute() throws IOException {
    InputPaths.requireAll("source", sources);
    CatalogueInfo info;
    try (ProgressDisplay progress = ProgressDisplay.of(session(), quiet())) {
      info = CatalogueBuilder.add(catalogue, terms(), sources, progress);
    }
    if (info.works() == 0) {
      throw new UsageException(nothing(info));
    }
    CatalogueFolder folder = CatalogueFacts.open(catalogue);
    if (json) {
      print(RunJson.line(info));
    } else {
      tell(CatalogueFacts.holds(catalogue, info));
      RecordFacts.lines(folder.recordFacts()).forEach(this::tell);
      rejected(info).forEach(this::tell);
      related(folder.relations());
    }
    boolean isWhole = folder.recordFacts().sources().stream().allMatch(s -> s.problem() == null);
    return isWhole ? ExitCode.DONE : ExitCode.UNREAD;
  }

  private void related(List<Relation> relations) {
    if (!relations.isEmpty()) {
      tell(
          String.format(
              Locale.ROOT,
              "%s over 20 %% of the text of the smaller one, in %s: bookplate catalogue related"
                  + " lists them",
              Figures.count(relations.size(), "pair of editions shares", "pairs of editions share"),
              Figures.count(Relation.clusters(relations), "cluster", "clusters")));
    }
  }

  private String name() {
    return name == null
        ? String.valueOf(catalogue.toAbsolutePath().normalize().getFileName())
        : name;
  }

  private String date() {
    return asOf == null ? null : asOf.toString();
  }

  private String nothing(CatalogueInfo info) {
    List<Manifest.RejectedSource> rejected = info.rejected();
    return "nothing was added to "
        + catalogue
        + (rejected.isEmpty()
            ? ": there is no file; name a folder of e-books."
            : String.format(
                Locale.ROOT,
                ": not one of %s gives a book (%s: %s); name a folder of e-books.",
                Figures.count(rejected.size(), "file", "files"),
                rejected.get(0).source(),
                rejected.get(0).reason()));
  }

  private static List<String> rejected(CatalogueInfo info) {
    return info.rejected().stream()
        .map(r -> VisibleText.oneLine("  " + r.source() + ": " + r.reason()))
        .toList();
  }
}
