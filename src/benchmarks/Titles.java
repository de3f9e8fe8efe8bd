import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.rows.RowFormat;
import dev.bookplate.catalogue.rows.RowFormats;
import dev.bookplate.catalogue.rows.RowOutcome;
import dev.bookplate.catalogue.rows.RowReader;
import dev.bookplate.catalogue.titles.FileTitle;
import dev.bookplate.catalogue.titles.NameScore;
import dev.bookplate.catalogue.titles.TitleKeys;
import dev.bookplate.catalogue.titles.TitlePage;
import dev.bookplate.extract.Source;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Titles and authors of real catalogues held against each other as a scan holds what a document
 * says against a catalogue. Two rows are the same book if they share a number (ISBN, OCLC, work of
 * Open Library, registration or renewal of a book; of Project Gutenberg's, all headings), and
 * another if both have numbers of one kind and share none (of Project Gutenberg's, if author or
 * class differ): other editions of one work, and its translations, count as errors. Left out are
 * pairs whose titles and authors are the same letter by letter (of renewals, their family names):
 * numbers tell only editions, volumes and parts of them apart; how many they are is printed.
 * Documents are the books of books.tsv with their real first pages and made-up file names; the same
 * are those that pairs.tsv or equal rows of books.tsv say are. Errors are printed with --errors.
 */
class Titles {
  record Row(String set, BookNames names, Set<String> numbers) {}

  static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  static boolean errors;
  static int identical;

  public static void main(String[] args) throws Exception {
    Path data = Path.of(args[0]);
    errors = args.length > 1 && args[1].equals("--errors");
    List<Row> rows = new ArrayList<>();
    gutenberg(data.resolve("catalogues/gutenberg-csv/pg_catalog.csv"), rows);
    renewals(data.resolve("catalogues/cce-renewals/1955-1.tsv"), "author", "title", rows);
    renewals(data.resolve("catalogues/cce-renewals/1978-from-db.tsv"), "auth", "titl", rows);
    openLibrary(data.resolve("catalogues/openlibrary/dev_db.pg_dump"), rows);
    for (String folder : new String[] {"libgen-sql", "annas-aac"}) {
      dumps(data.resolve("catalogues").resolve(folder), rows);
    }
    Map<String, Integer> sizes = new LinkedHashMap<>();
    rows.forEach(r -> sizes.merge(r.set, 1, Integer::sum));
    OUT.println("rows: " + sizes);
    Map<String, List<Row>> byKey = new HashMap<>();
    for (Row row : rows) {
      byKey.computeIfAbsent(TitleKeys.of(row.names), k -> new ArrayList<>()).add(row);
    }
    pairs(rows, byKey);
    documents(data.resolve("books"), rows);
  }

  /** Counts of one sort of pair. */
  static final class Tally {
    int right;
    int wrong;
    int missed;

    @Override
    public String toString() {
      return String.format(
          "right %,6d  wrong %,5d  missed %,6d  precision %.4f  recall %.3f",
          right,
          wrong,
          missed,
          right / (double) Math.max(1, right + wrong),
          right / (double) Math.max(1, right + missed));
    }
  }

  static void pairs(List<Row> rows, Map<String, List<Row>> byKey) {
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Row said : rows) {
      Set<Row> candidates = new LinkedHashSet<>();
      for (String key : TitleKeys.all(said.names)) {
        candidates.addAll(byKey.getOrDefault(key, List.of()));
      }
      for (Row row : candidates) {
        if (row == said) {
          continue;
        }
        NameScore score = NameScore.of(said.names, row.names);
        boolean same = score.isTitleAndAuthor() || score.isLongTitle();
        Boolean truth = truth(said, row);
        if (same && truth != null && !truth && letters(said).equals(letters(row))) {
          identical++;
          continue;
        }
        if (same && truth != null) {
          String sort =
              said.set + " in " + row.set + (score.isTitleAndAuthor() ? "" : ", title alone");
          Tally tally = tallies.computeIfAbsent(sort, s -> new Tally());
          tally.right += truth ? 1 : 0;
          tally.wrong += truth ? 0 : 1;
          if (!truth && errors) {
            OUT.println(
                "WRONG "
                    + sort
                    + ": "
                    + said.names.title()
                    + " | "
                    + said.names.subtitle()
                    + " "
                    + said.names.authors()
                    + said.names.year()
                    + " <> "
                    + row.names.title()
                    + " | "
                    + row.names.subtitle()
                    + " "
                    + row.names.authors()
                    + row.names.year());
          }
        }
      }
    }
    missed(rows, tallies);
    sum("rows", tallies);
    OUT.printf("pairs that are the same letter by letter, under other numbers: %,d%n", identical);
  }

  static String letters(Row row) {
    // authors as one register writes them in two ways; with Project Gutenberg the headings tell
    // them
    String author = row.names.authors().isEmpty() ? "" : row.names.authors().get(0);
    if (row.set.equals("renewals")) {
      author =
          author
              .replaceAll("(?i),? (?:ill|pseud|illustrat|author|trans)[a-z]*[.:, ].*|\\(.*", "")
              .strip();
      author = author.contains(",") ? author.replaceAll(",.*", "") : author.replaceAll(".* ", "");
    }
    String all = row.names.title() + row.names.subtitle() + author;
    return all.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Pairs that share a number and are not found to be the same. */
  static void missed(List<Row> rows, Map<String, Tally> tallies) {
    Map<String, List<Row>> byNumber = new HashMap<>();
    rows.forEach(
        r -> r.numbers.forEach(n -> byNumber.computeIfAbsent(n, k -> new ArrayList<>()).add(r)));
    Set<List<Integer>> seen = new HashSet<>();
    for (List<Row> same : byNumber.values()) {
      boolean isHeading = same.get(0).set.equals("gutenberg");
      for (Row said : isHeading || same.size() > 50 ? List.<Row>of() : same) {
        for (Row row : same) {
          NameScore score = NameScore.of(said.names, row.names);
          boolean isNew =
              row != said
                  && seen.add(List.of(System.identityHashCode(said), System.identityHashCode(row)));
          if (isNew && !score.isTitleAndAuthor() && !score.isLongTitle()) {
            tallies.computeIfAbsent(said.set + " in " + row.set, s -> new Tally()).missed++;
            if (errors) {
              OUT.println(
                  "MISSED "
                      + said.names.title()
                      + " "
                      + said.names.authors()
                      + " <> "
                      + row.names.title()
                      + " "
                      + row.names.authors());
            }
          }
        }
      }
    }
  }

  static void sum(String name, Map<String, Tally> tallies) {
    Tally all = new Tally();
    tallies.forEach(
        (sort, tally) -> {
          OUT.printf("%-48s %s%n", sort, tally);
          all.right += tally.right;
          all.wrong += tally.wrong;
          all.missed += tally.missed;
        });
    OUT.printf("%-48s %s%n", "ALL " + name, all);
  }

  static Boolean truth(Row one, Row other) {
    if (one.numbers.stream()
        .anyMatch(
            n -> !n.startsWith("pg:") && !n.startsWith("class:") && other.numbers.contains(n))) {
      return true;
    }
    // one author's books of one class may be the same under other headings: not known
    if (one.numbers.stream().anyMatch(n -> n.startsWith("class:") && other.numbers.contains(n))) {
      return null;
    }
    // one book has many files
    boolean sameKind =
        one.numbers.stream()
            .filter(n -> !n.startsWith("file"))
            .anyMatch(a -> other.numbers.stream().anyMatch(b -> kind(a).equals(kind(b))));
    return sameKind ? false : null;
  }

  static String kind(String number) {
    return number.substring(0, number.indexOf(':'));
  }

  static void documents(Path books, List<Row> others) throws IOException {
    List<String[]> table = tsv(books.resolve("books.tsv"));
    List<Row> shelf = new ArrayList<>();
    List<Row> documents = new ArrayList<>();
    Map<String, String> pages = new HashMap<>();
    Map<String, Set<String>> same = new HashMap<>();
    for (String[] pair : tsv(books.resolve("pairs.tsv"))) {
      same.computeIfAbsent(pair[0], k -> new HashSet<>()).add(pair[1]);
      same.computeIfAbsent(pair[1], k -> new HashSet<>()).add(pair[0]);
    }
    for (String[] r : table.subList(1, table.size())) {
      Set<String> numbers = new HashSet<>(Set.of("id:" + r[0]));
      same.getOrDefault(r[0], Set.of()).forEach(s -> numbers.add("id:" + s));
      String[] name = r[2].toLowerCase(java.util.Locale.ROOT).split("[^\\p{L}]+");
      Arrays.sort(name);
      numbers.add("id:" + r[1].toLowerCase(java.util.Locale.ROOT) + String.join(" ", name));
      BookNames names = new BookNames(r[1], null, List.of(r[2]), null, null, null, r[3]);
      shelf.add(new Row(r[0], names, numbers));
      try (Stream<Path> files = Files.walk(books)) {
        Path file =
            files
                .filter(f -> f.getFileName().toString().equals(r[0] + ".txt"))
                .findFirst()
                .orElse(null);
        if (file != null && (r[10].startsWith("utf-8"))) {
          String text = Files.readString(file);
          pages.put(r[0], text.substring(0, Math.min(TitlePage.LENGTH, text.length())));
        }
      }
    }
    List<Row> all = new ArrayList<>(shelf);
    for (Row row : others) {
      all.add(new Row(row.set, row.names, Set.of("other:1")));
    }
    Map<String, List<Row>> byKey = new HashMap<>();
    all.forEach(r -> byKey.computeIfAbsent(TitleKeys.of(r.names), k -> new ArrayList<>()).add(r));
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (Row book : shelf) {
      String page = pages.get(book.set);
      if (page != null) {
        Tally tally = tallies.computeIfAbsent("title pages", s -> new Tally());
        TitlePage titlePage = TitlePage.of(page);
        boolean found = false;
        boolean any = false;
        for (TitlePage.Titled titled : titlePage.titles()) {
          if (any) {
            break;
          }
          for (Row row : byKey.getOrDefault(TitleKeys.of(titled.names()), List.of())) {
            NameScore score = titlePage.score(titled, row.names);
            if (score.isTitleAndAuthor() || score.isLongTitle()) {
              any = true;
              found |= judge(book, row, tally, titled.quote());
            }
          }
        }
        tally.missed += found ? 0 : 1;
        if (!found && errors) {
          OUT.println(
              "MISSED page of "
                  + book.names.title()
                  + book.names.authors()
                  + ": "
                  + page.substring(0, Math.min(200, page.length())).replace("\n", "|"));
        }
      }
      String[] authors = book.names.authors().get(0).split(", ", 2);
      String plain = authors.length == 2 ? authors[1] + " " + authors[0] : authors[0];
      String title = book.names.title();
      for (String name :
          List.of(
              plain + " - " + title + ".epub",
              title + " - " + plain + " (1999).txt",
              book.names.authors().get(0) + " - " + title + " (retail) (epub).epub",
              title + " by " + plain + ".pdf",
              plain + "/" + title + ".epub",
              (plain + "_" + title).replace(' ', '_') + ".txt")) {
        Tally tally = tallies.computeIfAbsent("file names", s -> new Tally());
        Set<Row> hit = new LinkedHashSet<>();
        FileTitle path = FileTitle.of(name);
        for (BookNames names : path.readings()) {
          for (Row row : candidates(names, byKey)) {
            NameScore score = path.score(names, row.names);
            if (score.isTitleAndAuthor() || score.isLongTitle()) {
              hit.add(row);
            }
          }
        }
        for (BookNames names : hit.isEmpty() ? path.runs() : List.<BookNames>of()) {
          for (Row row : byKey.getOrDefault(TitleKeys.of(names), List.of())) {
            if (NameScore.of(names, row.names).isTitleAndAuthor()) {
              hit.add(row);
            }
          }
        }
        boolean found = false;
        for (Row row : hit) {
          found |= judge(book, row, tally, name);
        }
        tally.missed += found ? 0 : 1;
        if (!found && errors) {
          OUT.println("MISSED file " + name + " read as " + FileTitle.of(name).readings());
        }
      }
    }
    sum("documents", tallies);
  }

  static Set<Row> candidates(BookNames names, Map<String, List<Row>> byKey) {
    Set<Row> candidates = new LinkedHashSet<>();
    TitleKeys.all(names).forEach(k -> candidates.addAll(byKey.getOrDefault(k, List.of())));
    return candidates;
  }

  /**
   * Rows of other catalogues are right where their authors are the book's: they have no number of
   * it.
   */
  static boolean judge(Row book, Row row, Tally tally, String quote) {
    boolean isOwn = book.numbers.stream().anyMatch(row.numbers::contains);
    if (!isOwn
        && row.numbers.contains("other:1")
        && NameScore.of(book.names, row.names).author() == NameScore.Author.AGREES) {
      return false;
    }
    tally.right += isOwn ? 1 : 0;
    tally.wrong += isOwn ? 0 : 1;
    if (!isOwn && errors) {
      OUT.println(
          "WRONG "
              + quote
              + " <> "
              + row.set
              + " "
              + row.names.title()
              + " "
              + row.names.authors());
    }
    return isOwn;
  }

  static void gutenberg(Path file, List<Row> rows) throws IOException {
    for (String[] r : csv(Files.readString(file))) {
      if (r.length > 6 && r[1].equals("Text")) {
        String title = r[3].replaceAll("\\s*\\R\\s*", ": ");
        // duplicates of one book in the collection have the same headings
        rows.add(
            new Row(
                "gutenberg",
                new BookNames(title, null, Arrays.asList(r[5].split("; ")), null, null, null, r[4]),
                Set.of(
                    "heading:" + r[5] + r[6] + r[7] + r[4],
                    "class:" + r[5].split("; ")[0] + r[7].split(";")[0],
                    "pg:" + r[5].split("; ")[0])));
      }
    }
  }

  static void renewals(Path file, String author, String title, List<Row> rows) throws IOException {
    List<String[]> table = tsv(file);
    List<String> head = Arrays.asList(table.get(0));
    for (String[] r : table.subList(1, table.size())) {
      // class A is that of books
      if (r.length <= head.indexOf("id")
          || r[head.indexOf(title)].isBlank()
          || !r[head.indexOf("oreg")].matches("A[AFIO]?-?[0-9]+")) {
        continue;
      }
      Set<String> numbers = new HashSet<>();
      numbers.add("registration:" + r[head.indexOf("oreg")]);
      numbers.add("registration:" + r[head.indexOf("id")]);
      String name = r[head.indexOf(title)].split("\\|")[0];
      String by = r[head.indexOf(author)];
      Integer year =
          r[head.indexOf("odat")].length() > 3
              ? Integer.valueOf(r[head.indexOf("odat")].substring(0, 4))
              : null;
      rows.add(
          new Row(
              "renewals",
              new BookNames(
                  name, null, by.isBlank() ? List.of() : List.of(by), null, null, year, null),
              numbers));
    }
  }

  static void openLibrary(Path file, List<Row> rows) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    Map<String, String> authors = new HashMap<>();
    List<JsonNode> books = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      int brace = line.indexOf("\t{");
      if (brace >= 0) {
        try {
          JsonNode node = mapper.readTree(line.substring(brace + 1).replace("\\\\", "\\"));
          String type = node.path("type").path("key").asText();
          if (type.equals("/type/author")) {
            authors.put(node.path("key").asText(), node.path("name").asText());
          } else if (type.equals("/type/edition") || type.equals("/type/work")) {
            books.add(node);
          }
        } catch (IOException e) {
          // a line of another table
        }
      }
    }
    for (JsonNode book : books) {
      Set<String> numbers = new HashSet<>();
      if (book.path("key").asText().startsWith("/works/")) {
        numbers.add("work:" + book.path("key").asText());
      }
      book.path("works").forEach(w -> numbers.add("work:" + w.path("key").asText()));
      List<String> by = new ArrayList<>();
      book.path("authors")
          .forEach(
              a ->
                  by.add(
                      authors.getOrDefault(
                          (a.has("author") ? a.path("author") : a).path("key").asText(), "")));
      by.removeIf(String::isEmpty);
      if (book.hasNonNull("title")) {
        rows.add(
            new Row(
                "openlibrary",
                new BookNames(
                    book.path("title").asText(),
                    book.hasNonNull("subtitle") ? book.path("subtitle").asText() : null,
                    by,
                    null,
                    null,
                    null,
                    null),
                numbers));
      }
    }
  }

  static void dumps(Path folder, List<Row> rows) throws Exception {
    List<Path> files;
    try (Stream<Path> all = Files.list(folder)) {
      files =
          all.filter(f -> f.toString().endsWith(".sql") || f.toString().endsWith(".jsonl"))
              .sorted()
              .toList();
    }
    for (Path file : files) {
      String name = file.getFileName().toString();
      RowFormat format = RowFormats.recognise(new Source.OfFile(file), name).orElse(null);
      if (format == null || name.contains("zlib3_files")) {
        continue;
      }
      try (RowReader reader = format.open(new Source.OfFile(file), name)) {
        for (RowOutcome o = reader.next(); o != null; o = reader.next()) {
          if (o instanceof RowOutcome.Read read && read.row().names().title() != null) {
            BookRow row = read.row();
            Set<String> numbers = new HashSet<>();
            for (Identifier i : row.identifiers()) {
              if (i.kind().joins()) {
                numbers.add(i.kind() + ":" + i.value());
              }
            }
            row.file().digests().forEach((k, v) -> numbers.add("file" + k + ":" + v));
            rows.add(new Row("dumps", row.names(), numbers));
          }
        }
      }
    }
  }

  static List<String[]> tsv(Path file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(file)) {
      rows.add(line.split("\t", -1));
    }
    return rows;
  }

  static List<String[]> csv(String text) {
    List<String[]> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    StringBuilder cell = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quoted) {
        if (c == '"' && i + 1 < text.length() && text.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else if (c == '"') {
          quoted = false;
        } else {
          cell.append(c);
        }
      } else if (c == '"') {
        quoted = true;
      } else if (c == ',' || c == '\n') {
        row.add(cell.toString().strip());
        cell.setLength(0);
        if (c == '\n') {
          rows.add(row.toArray(new String[0]));
          row.clear();
        }
      } else {
        cell.append(c);
      }
    }
    return rows;
  }
}
