package dev.bookplate.cli;

import dev.bookplate.catalogue.rows.ColumnChoice;
import dev.bookplate.catalogue.rows.RowFormat;
import dev.bookplate.catalogue.rows.RowFormats;
import dev.bookplate.corpus.UnpackedFile;
import dev.bookplate.evidence.RunJson;
import dev.bookplate.extract.Source;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what the rows of bibliographic sources say. */
@Command(
    name = "rows",
    sortOptions = false,
    description = {
      "Show what sources without texts say of books: dumps of libraries' databases, metadata"
          + " containers, torrents, ONIX, MARC, Hathifiles, Open Library, Project Gutenberg,"
          + " Calibre libraries, package files, copyright registrations and renewals, tables (CSV,"
          + " XLSX, JSON), lists of checksums or of paths; packed (.gz, .zst, .bz2, .xz) or not.",
      "",
      "Every row is read or rejected, with its place and the reason. Nothing is stored."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate catalogue rows libgen.sql.gz",
      "  bookplate catalogue rows --json --limit 100 md5sums.txt",
      "  bookplate catalogue rows --map title=Werk,author=Urheber backlist.xlsx",
      "  bookplate catalogue rows ~/CalibreLibrary"
    })
final class CatalogueRowsCommand extends BookplateCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "SOURCE",
      converter = LocationConverter.class,
      description = "Files, or folders of Calibre libraries.")
  private List<Path> sources;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "mysqldump, annas-aac, torrent, onix, marc, marcxml, marc-json, mrk, openlibrary,"
              + " openlibrary-pg, hathifile, gutenberg, calibre, opf, cce-renewals, registrations,"
              + " csv, xlsx, json, checksums, paths. Default: what the first bytes say.")
  private String format;

  @Mixin private ColumnOptions columns;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Read no more than the first N rows of each file. Default: all.")
  private Long limit;

  @Option(names = "--json", description = "Print a JSON object a row, and one for each source.")
  private boolean json;

  CatalogueRowsCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    InputPaths.requireAll("source", sources);
    if (limit != null && limit < 1) {
      throw new UsageException("--limit must be at least 1.");
    }
    ColumnChoice choice = columns.choice();
    FactSheet sheet = new FactSheet();
    boolean all = true;
    for (Path source : sources) {
      Path file = RowFormats.inside(source);
      Source unpacked = UnpackedFile.of(file);
      RowFormat as = columns.apply(choice, format(file, unpacked), file);
      RowsOverview overview = new RowsOverview(source.toString(), as);
      overview.read(
          unpacked,
          limit == null ? Long.MAX_VALUE : limit,
          row -> {
            if (json) {
              print(RunJson.line(row));
            }
          });
      all &= overview.isRead();
      if (json) {
        print(RunJson.line(overview.summary()));
      } else {
        overview.tell(sheet);
      }
    }
    sheet.lines().forEach(this::print);
    return all ? ExitCode.DONE : ExitCode.UNREAD;
  }

  private RowFormat format(Path source, Source unpacked) throws IOException {
    if (format != null && !format.equals("auto")) {
      return RowFormats.of(format)
          .orElseThrow(
              () ->
                  new UsageException(
                      "\"" + format + "\" is no format; give one of " + RowFormats.labels() + "."));
    }
    return RowFormats.recognise(unpacked, UnpackedFile.nameOf(source))
        .orElseThrow(
            () ->
                new UsageException(
                    source
                        + " is of no format of catalogues that is known; give --format as one of "
                        + RowFormats.labels()
                        + "."));
  }
}
