package dev.bookplate.catalogue;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What catalogue.csv says of the files that are there.
 *
 * <p>A row speaks for its source, and for the same book's other formats where they have no row of
 * their own: the files with the source's stem, or with the row's id as stem.
 */
final class Listing {
  private final Map<String, ListRow> bySource = new HashMap<>();
  private final Map<String, ListRow> byStem = new HashMap<>();
  private final Map<String, ListRow> firstOfId = new HashMap<>();
  private final Map<String, Description> byId = new HashMap<>();
  private final List<SourceItem> said = new ArrayList<>();

  private Listing() {}

  /** Nothing is listed. */
  static Listing none() {
    return new Listing();
  }

  /** Holds a list against the files that are there, by relative path. */
  static Listing of(ListFile list, Collection<String> sources) {
    Map<String, String> present = new HashMap<>();
    sources.forEach(s -> present.putIfAbsent(normal(s), s));
    Listing listing = new Listing();
    listing.said.addAll(list.rejected());
    list.rows().forEach(row -> listing.add(row, present));
    return listing;
  }

  /** Rows that count for nothing, and what was overruled or left out of others. */
  List<SourceItem> said() {
    return said;
  }

  /** The id of the work that a file is an edition of. */
  String workId(String source) {
    ListRow row = row(source);
    return row == null ? SourceName.stem(source) : row.id();
  }

  /** What the list says of a work. */
  Description describe(String workId) {
    return byId.getOrDefault(workId, Description.NONE);
  }

  /** Every title that the list gives to a work. */
  Collection<String> titles() {
    return byId.values().stream().map(Description::title).filter(Objects::nonNull).toList();
  }

  /** The language that the list gives to a file, or null. */
  String language(String source) {
    ListRow row = row(source);
    return row == null ? null : row.language();
  }

  private ListRow row(String source) {
    String name = normal(source);
    String stem = SourceName.stem(name);
    ListRow own = bySource.get(name);
    ListRow sibling = own == null ? byStem.get(stem) : own;
    return sibling == null ? firstOfId.get(stem) : sibling;
  }

  private void add(ListRow row, Map<String, String> present) {
    String listed = row.source();
    // lists written on Windows
    String source = present.containsKey(listed) ? listed : listed.replace('\\', '/');
    if (!present.containsKey(source)) {
      reject(row, "there is no such file on the shelf: correct the source or add the file");
    } else if (bySource.containsKey(source)) {
      reject(row, "line " + bySource.get(source).line() + " is about the same file and wins");
    } else {
      bySource.put(source, row);
      byStem.putIfAbsent(SourceName.stem(source), row);
      row.problems().forEach(problem -> note(row, problem));
      describe(row);
    }
  }

  private void describe(ListRow row) {
    ListRow first = firstOfId.putIfAbsent(row.id(), row);
    Description before = describe(row.id());
    if (first != null) {
      List<String> conflicts = before.conflicts(row.description());
      if (!conflicts.isEmpty()) {
        note(
            row,
            "says something else than the rows before it of work '"
                + row.id()
                + "' ("
                + String.join(", ", conflicts)
                + "), and they win");
      }
    }
    byId.put(row.id(), before.with(row.description()));
  }

  private void reject(ListRow row, String reason) {
    said.add(new SourceItem.Rejected(place(row), row.source() + ": " + reason));
  }

  private void note(ListRow row, String reason) {
    said.add(new SourceItem.Note(place(row), row.source() + ": " + reason));
  }

  private static String place(ListRow row) {
    return ListFile.place(row.line());
  }

  private static String normal(String source) {
    return Normalizer.normalize(source, Normalizer.Form.NFC);
  }
}
