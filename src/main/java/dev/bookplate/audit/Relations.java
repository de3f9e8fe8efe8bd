package dev.bookplate.audit;

import dev.bookplate.match.Finding;
import dev.bookplate.match.ReferenceLibrary;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which works are one book, or parts of one: they have one title and author, or share over a fifth
 * of the text of one of the two. To find one in the other is no error.
 */
final class Relations {
  private static final double SHARED = 0.2;

  private final Map<String, Set<String>> byName = new HashMap<>();
  private final Map<String, Set<String>> byText = new HashMap<>();

  private Relations() {}

  static Relations of(ReferenceLibrary library, List<LeftOut.Seen> seen) throws IOException {
    Relations relations = new Relations();
    library.forEach(
        reference ->
            relations
                .byName
                .computeIfAbsent(ControlBook.name(reference), n -> new TreeSet<>())
                .add(ControlBook.key(reference)));
    seen.forEach(relations::compare);
    return relations;
  }

  private void compare(LeftOut.Seen seen) {
    Map<String, double[]> shares = new TreeMap<>();
    double looked = (double) seen.words() / seen.book().words();
    for (FalseHit hit : seen.hits()) {
      double[] share = shares.computeIfAbsent(hit.key(), k -> new double[2]);
      share[0] += (double) hit.spanWords() / seen.words();
      share[1] += hit.workShare() / looked;
    }
    Set<String> related = byText.computeIfAbsent(seen.book().key(), k -> new TreeSet<>());
    shares.forEach(
        (key, share) -> {
          if (Math.max(share[0], share[1]) > SHARED) {
            related.add(key);
          }
        });
  }

  /** Keys of the works that a book's text may be found in: its own, and those related to it. */
  Set<String> of(ControlBook book) {
    Set<String> all = new TreeSet<>(byText.getOrDefault(book.key(), Set.of()));
    all.addAll(byName.get(ControlBook.name(book.reference())));
    return all;
  }

  /** Whether a work may be found in a book's text. */
  boolean related(ControlBook book, Finding.Reference found) {
    return of(book).contains(ControlBook.key(found));
  }
}
