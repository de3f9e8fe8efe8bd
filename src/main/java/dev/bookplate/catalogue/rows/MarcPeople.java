package dev.bookplate.catalogue.rows;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The people of a record of MARC 21.
 *
 * @param authors in order: the main entry, then added ones who are not said to be something else
 * @param notes of their dates of life, and of the others with their roles
 */
record MarcPeople(List<String> authors, List<String> notes) {
  private static final Set<String> OF_AUTHORS =
      Set.of("aut", "author", "cre", "creator", "joint author", "dub", "auteur", "verfasser");
  private static final String MAIN = "1";

  static MarcPeople of(MarcRecord record) {
    MarcPeople people = new MarcPeople(new ArrayList<>(), new ArrayList<>());
    boolean hasMain = false;
    for (String tag : List.of("100", "110", "111", "700", "710", "711")) {
      for (MarcField field : record.all(tag)) {
        // an added entry with a title is of another work
        if (tag.startsWith(MAIN) || field.text('t') == null) {
          people.add(field, hasMain);
        }
      }
      hasMain |= tag.startsWith(MAIN) && !people.authors.isEmpty();
    }
    return people;
  }

  private void add(MarcField field, boolean hasMain) {
    String name = name(field);
    if (name == null) {
      return;
    }
    List<String> roles =
        field.texts("e4").stream()
            .map(r -> Isbd.name(r.toLowerCase(Locale.ROOT)))
            .filter(r -> r != null)
            .toList();
    boolean isBody = !field.tag().endsWith("00");
    boolean isAuthor =
        field.tag().startsWith(MAIN)
            || roles.stream().anyMatch(OF_AUTHORS::contains)
            || (roles.isEmpty() && !(isBody && hasMain));
    if (isAuthor) {
      if (!authors.contains(name)) {
        authors.add(name);
      }
    } else {
      notes.add("contributor: " + (roles.isEmpty() ? "" : String.join("+", roles) + " ") + name);
    }
    String life = field.tag().endsWith("00") ? Isbd.name(field.text('d')) : null;
    if (life != null) {
      notes.add("life: " + name + ": " + life);
    }
  }

  private static String name(MarcField field) {
    String codes = field.tag().endsWith("00") ? "abc" : "ab";
    List<String> parts = field.texts(codes).stream().map(Isbd::bare).toList();
    return parts.isEmpty() ? null : Isbd.name(String.join(" ", parts));
  }
}
