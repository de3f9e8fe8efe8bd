import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.titles.NameScore;
import dev.bookplate.catalogue.titles.TitleKeys;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Rows held against rows. */
class RowPairs {
  private int identical;

  void write(List<LabelledRows.Row> rows) {
    Map<String, List<LabelledRows.Row>> byKey = new HashMap<>();
    for (LabelledRows.Row row : rows) {
      byKey.computeIfAbsent(TitleKeys.of(row.names()), k -> new ArrayList<>()).add(row);
    }
    Map<String, Tally> tallies = new LinkedHashMap<>();
    for (LabelledRows.Row said : rows) {
      Set<LabelledRows.Row> candidates = new LinkedHashSet<>();
      for (String key : TitleKeys.all(said.names())) {
        candidates.addAll(byKey.getOrDefault(key, List.of()));
      }
      for (LabelledRows.Row row : candidates) {
        if (row == said) {
          continue;
        }
        NameScore score = NameScore.of(said.names(), row.names());
        boolean same = score.isTitleAndAuthor() || score.isLongTitle();
        Boolean truth = truth(said, row);
        if (same && truth != null && !truth && letters(said).equals(letters(row))) {
          identical++;
          continue;
        }
        if (same && truth != null) {
          String sort =
              said.set() + " in " + row.set() + (score.isTitleAndAuthor() ? "" : ", title alone");
          Tally tally = tallies.computeIfAbsent(sort, s -> new Tally());
          tally.right += truth ? 1 : 0;
          tally.wrong += truth ? 0 : 1;
          if (!truth && Titles.errors) {
            Titles.OUT.println("WRONG " + sort + ": " + told(said) + " <> " + told(row));
          }
        }
      }
    }
    missed(rows, tallies);
    Tally.sum("rows", tallies);
    Titles.OUT.printf(
        "pairs that are the same letter by letter, under other numbers: %,d%n", identical);
  }

  private static String told(LabelledRows.Row row) {
    BookNames names = row.names();
    return names.title() + " | " + names.subtitle() + " " + names.authors() + names.year();
  }

  private static String letters(LabelledRows.Row row) {
    // authors as one register writes them in two ways; with Project Gutenberg the headings tell
    // them
    String author = row.names().authors().isEmpty() ? "" : row.names().authors().get(0);
    if (row.set().equals("renewals")) {
      author =
          author
              .replaceAll("(?i),? (?:ill|pseud|illustrat|author|trans)[a-z]*[.:, ].*|\\(.*", "")
              .strip();
      author = author.contains(",") ? author.replaceAll(",.*", "") : author.replaceAll(".* ", "");
    }
    String all = row.names().title() + row.names().subtitle() + author;
    // "58th ed.", "text ed.", "Complete ed.": numbers tell editions apart, and the work is one
    all = all.replaceAll("(?i)[;.,]? ?\\b[a-z0-9]+ ed\\b", "");
    return all.toLowerCase(java.util.Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
  }

  /** Pairs that share a number and are not found to be the same. */
  private static void missed(List<LabelledRows.Row> rows, Map<String, Tally> tallies) {
    Map<String, List<LabelledRows.Row>> byNumber = new HashMap<>();
    rows.forEach(
        r -> r.numbers().forEach(n -> byNumber.computeIfAbsent(n, k -> new ArrayList<>()).add(r)));
    Set<List<Integer>> seen = new HashSet<>();
    for (List<LabelledRows.Row> same : byNumber.values()) {
      boolean isHeading = same.get(0).set().equals("gutenberg");
      for (LabelledRows.Row said :
          isHeading || same.size() > 50 ? List.<LabelledRows.Row>of() : same) {
        for (LabelledRows.Row row : same) {
          NameScore score = NameScore.of(said.names(), row.names());
          boolean isNew =
              row != said
                  && seen.add(List.of(System.identityHashCode(said), System.identityHashCode(row)));
          if (isNew && !score.isTitleAndAuthor() && !score.isLongTitle()) {
            tallies.computeIfAbsent(said.set() + " in " + row.set(), s -> new Tally()).missed++;
            if (Titles.errors) {
              Titles.OUT.println(
                  "MISSED "
                      + said.names().title()
                      + " "
                      + said.names().authors()
                      + " <> "
                      + row.names().title()
                      + " "
                      + row.names().authors());
            }
          }
        }
      }
    }
  }

  static Boolean truth(LabelledRows.Row one, LabelledRows.Row other) {
    if (one.numbers().stream()
        .anyMatch(
            n -> !n.startsWith("pg:") && !n.startsWith("class:") && other.numbers().contains(n))) {
      return true;
    }
    // one author's books of one class may be the same under other headings: not known
    if (one.numbers().stream()
        .anyMatch(n -> n.startsWith("class:") && other.numbers().contains(n))) {
      return null;
    }
    // one book has many files
    boolean sameKind =
        one.numbers().stream()
            .filter(n -> !n.startsWith("file"))
            .anyMatch(a -> other.numbers().stream().anyMatch(b -> kind(a).equals(kind(b))));
    return sameKind ? false : null;
  }

  static String kind(String number) {
    return number.substring(0, number.indexOf(':'));
  }
}
