import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.titles.FileTitle;
import dev.bookplate.catalogue.titles.NameScore;
import dev.bookplate.catalogue.titles.TitleKeys;
import dev.bookplate.catalogue.titles.TitlePage;
import java.io.IOException;
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

/** The documents of books.tsv, by title page and file name, held against all rows. */
class Documents {
  static void documents(Path books, List<LabelledRows.Row> others) throws IOException {
    List<String[]> table = TextTables.tsv(books.resolve("books.tsv"));
    List<LabelledRows.Row> shelf = new ArrayList<>();
    List<LabelledRows.Row> documents = new ArrayList<>();
    Map<String, String> pages = new HashMap<>();
    Map<String, Set<String>> same = new HashMap<>();
    for (String[] pair : TextTables.tsv(books.resolve("pairs.tsv"))) {
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
      shelf.add(new LabelledRows.Row(r[0], names, numbers));
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
    List<LabelledRows.Row> all = new ArrayList<>(shelf);
    for (LabelledRows.Row row : others) {
      all.add(new LabelledRows.Row(row.set(), row.names(), Set.of("other:1")));
    }
    Map<String, List<LabelledRows.Row>> byKey = new HashMap<>();
    all.forEach(r -> byKey.computeIfAbsent(TitleKeys.of(r.names()), k -> new ArrayList<>()).add(r));
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (LabelledRows.Row book : shelf) {
      String page = pages.get(book.set());
      if (page != null) {
        Tally tally = tallies.computeIfAbsent("title pages", s -> new Tally());
        TitlePage titlePage = TitlePage.of(page);
        boolean found = false;
        boolean any = false;
        for (TitlePage.Titled titled : titlePage.titles()) {
          if (any) {
            break;
          }
          for (LabelledRows.Row row : byKey.getOrDefault(TitleKeys.of(titled.names()), List.of())) {
            NameScore score = titlePage.score(titled, row.names());
            if (score.isTitleAndAuthor() || score.isLongTitle()) {
              any = true;
              found |= judge(book, row, tally, titled.quote());
            }
          }
        }
        tally.missed += found ? 0 : 1;
        if (!found && Titles.errors) {
          Titles.OUT.println(
              "MISSED page of "
                  + book.names().title()
                  + book.names().authors()
                  + ": "
                  + page.substring(0, Math.min(200, page.length())).replace("\n", "|"));
        }
      }
      String[] authors = book.names().authors().get(0).split(", ", 2);
      String plain = authors.length == 2 ? authors[1] + " " + authors[0] : authors[0];
      String title = book.names().title();
      for (String name :
          List.of(
              plain + " - " + title + ".epub",
              title + " - " + plain + " (1999).txt",
              book.names().authors().get(0) + " - " + title + " (retail) (epub).epub",
              title + " by " + plain + ".pdf",
              plain + "/" + title + ".epub",
              (plain + "_" + title).replace(' ', '_') + ".txt")) {
        Tally tally = tallies.computeIfAbsent("file names", s -> new Tally());
        Set<LabelledRows.Row> hit = new LinkedHashSet<>();
        FileTitle path = FileTitle.of(name);
        for (BookNames names : path.readings()) {
          for (LabelledRows.Row row : candidates(names, byKey)) {
            NameScore score = path.score(names, row.names());
            if (score.isTitleAndAuthor() || score.isLongTitle()) {
              hit.add(row);
            }
          }
        }
        for (BookNames names : hit.isEmpty() ? path.runs() : List.<BookNames>of()) {
          for (LabelledRows.Row row : byKey.getOrDefault(TitleKeys.of(names), List.of())) {
            if (NameScore.of(names, row.names()).isTitleAndAuthor()) {
              hit.add(row);
            }
          }
        }
        boolean found = false;
        for (LabelledRows.Row row : hit) {
          found |= judge(book, row, tally, name);
        }
        tally.missed += found ? 0 : 1;
        if (!found && Titles.errors) {
          Titles.OUT.println("MISSED file " + name + " read as " + FileTitle.of(name).readings());
        }
      }
    }
    Tally.sum("documents", tallies);
  }

  static Set<LabelledRows.Row> candidates(
      BookNames names, Map<String, List<LabelledRows.Row>> byKey) {
    Set<LabelledRows.Row> candidates = new LinkedHashSet<>();
    TitleKeys.all(names).forEach(k -> candidates.addAll(byKey.getOrDefault(k, List.of())));
    return candidates;
  }

  /**
   * Rows of other catalogues are right where their authors are the book's: they have no number of
   * it.
   */
  static boolean judge(LabelledRows.Row book, LabelledRows.Row row, Tally tally, String quote) {
    boolean isOwn = book.numbers().stream().anyMatch(row.numbers()::contains);
    if (!isOwn
        && row.numbers().contains("other:1")
        && NameScore.of(book.names(), row.names()).author() == NameScore.Author.AGREES) {
      return false;
    }
    tally.right += isOwn ? 1 : 0;
    tally.wrong += isOwn ? 0 : 1;
    if (!isOwn && Titles.errors) {
      Titles.OUT.println(
          "WRONG "
              + quote
              + " <> "
              + row.set()
              + " "
              + row.names().title()
              + " "
              + row.names().authors());
    }
    return isOwn;
  }
}
