import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.Identifier;
import dev.bookplate.catalogue.rows.RowFormat;
import dev.bookplate.catalogue.rows.RowFormats;
import dev.bookplate.catalogue.rows.RowOutcome;
import dev.bookplate.catalogue.rows.RowReader;
import dev.bookplate.extract.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Rows of real catalogues with the numbers that say which book each is. */
class LabelledRows {
  /**
   * A row.
   *
   * @param set that it is of
   * @param names of its book
   * @param numbers of it, each behind its kind and a colon
   */
  record Row(String set, BookNames names, Set<String> numbers) {}

  /** Of all sets of a folder. */
  static List<Row> of(Path data) throws Exception {
    List<Row> rows = new ArrayList<>();
    gutenberg(data.resolve("catalogues/gutenberg-csv/pg_catalog.csv"), rows);
    renewals(data.resolve("catalogues/cce-renewals/1955-1.tsv"), "author", "title", rows);
    renewals(data.resolve("catalogues/cce-renewals/1978-from-db.tsv"), "auth", "titl", rows);
    openLibrary(data.resolve("catalogues/openlibrary/dev_db.pg_dump"), rows);
    for (String folder : new String[] {"libgen-sql", "annas-aac"}) {
      dumps(data.resolve("catalogues").resolve(folder), rows);
    }
    return rows;
  }

  static void gutenberg(Path file, List<Row> rows) throws IOException {
    for (String[] r : TextTables.csv(Files.readString(file))) {
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
    List<String[]> table = TextTables.tsv(file);
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
}
