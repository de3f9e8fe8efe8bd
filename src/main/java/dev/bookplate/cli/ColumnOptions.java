package dev.bookplate.cli;

import dev.bookplate.catalogue.rows.ColumnChoice;
import dev.bookplate.catalogue.rows.RowFormat;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Options that say what the columns of tables are of. */
final class ColumnOptions {
  @Option(
      names = "--map",
      paramLabel = "COLUMN=HEADER",
      description =
          "Of tables: which column is of what, by its header, or by its number from 1 as #3;"
              + " several with commas between. Others are guessed from their headers. COLUMN is one"
              + " of title, subtitle, author, author-last, author-first, series, volume, publisher,"
              + " imprint, year, language, isbn, asin, oclc, lccn, doi, holder, registration,"
              + " registration-date, renewal, renewal-date, group, id, file, extension, size, md5,"
              + " sha1, sha256, edition, rights, tdm.")
  private List<String> maps = List.of();

  /** What was typed. */
  ColumnChoice choice() {
    ColumnChoice choice = ColumnChoice.NONE;
    try {
      for (String map : maps) {
        choice = choice.and(ColumnChoice.parse(map));
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException("--map: " + e.getMessage());
    }
    return choice;
  }

  /** A format with the columns that were chosen, if any were. */
  RowFormat apply(ColumnChoice choice, RowFormat format, Path source) {
    return choice.isEmpty()
        ? format
        : format
            .with(choice)
            .orElseThrow(
                () ->
                    new UsageException(
                        "--map is for tables; "
                            + source
                            + " is read as "
                            + format.label()
                            + ". Give --format csv, xlsx or json if it is a table."));
  }
}
