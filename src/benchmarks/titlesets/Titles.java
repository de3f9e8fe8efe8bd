import dev.bookplate.catalogue.titles.TitleKeys;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Titles and authors of real catalogues held against each other as a scan holds what a document
 * says against a catalogue. Two rows are the same book if they share a number (ISBN, OCLC, work of
 * Open Library, registration or renewal of a book; of Project Gutenberg's, all headings), and
 * another if both have numbers of one kind and share none (of Project Gutenberg's, if author or
 * class differ): other editions of one work, and its translations, count as errors. Left out are
 * pairs whose titles and authors are the same letter by letter (of renewals, their family names)
 * but for a statement of the edition: numbers tell only editions, volumes and parts of them apart;
 * how many they are is printed. Documents are the books of books.tsv with their real first pages
 * and made-up file names; the same are those that pairs.tsv or equal rows of books.tsv say are.
 * Errors are printed with --errors; with --half 0 and --half 1 rows of half of the titles are
 * taken.
 */
class Titles {
  static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  static boolean errors;

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    List<String> options = List.of(args).subList(1, args.length);
    errors = options.contains("--errors");
    List<LabelledRows.Row> rows = LabelledRows.of(data);
    int half = options.indexOf("--half");
    if (half >= 0) {
      // halves by title, so that a rule can be found in one and tried on the other
      int kept = Integer.parseInt(options.get(half + 1));
      rows.removeIf(r -> (TitleKeys.of(r.names()).hashCode() >>> 4) % 2 != kept);
    }
    Map<String, Integer> sizes = new LinkedHashMap<>();
    rows.forEach(r -> sizes.merge(r.set(), 1, Integer::sum));
    OUT.println("rows: " + sizes);
    new RowPairs().write(rows);
    Documents.documents(data.resolve("books"), rows);
  }
}
