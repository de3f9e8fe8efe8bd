package dev.bookplate.catalogue.titles;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.catalogue.rows.BookNames;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The filter against what it stands for. */
class TitleFilterTest {
  private static final List<String> WORDS =
      List.of(
          "The", "A", "heron", "Emma", "or", "vol", "2", "Mr", "edition", "second", "naïve",
          "Physik", "book", "Überall", "О", "любви", "D'Arcy", "x", "new", "Les");
  private static final List<String> SIGNS =
      List.of(" ", " ", " ", " ", ": ", "; ", " - ", ". ", ", ", "—", " (", " / ", "-", " & ", "");

  private static BookNames called(String title) {
    return new BookNames(title, null, List.of(), null, null, null, null);
  }

  private static String title(Random random) {
    StringBuilder title = new StringBuilder();
    int words = 1 + random.nextInt(5);
    for (int i = 0; i < words; i++) {
      title.append(i == 0 ? "" : SIGNS.get(random.nextInt(SIGNS.size())));
      title.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return title.toString();
  }

  @Test
  void aTitleThatWasAddedIsNeverTurnedAway() {
    Random random = new Random(4);
    for (int i = 0; i < 20_000; i++) {
      BookNames names = called(title(random));
      TitleFilter filter = new TitleFilter();
      filter.add(TitleKeys.of(names));
      assertTrue(filter.mayHold(names), names::title);
      for (String key : TitleKeys.all(names)) {
        TitleFilter any = new TitleFilter();
        any.add(key);
        assertTrue(any.mayHoldAny(names), () -> key + " of " + names.title());
      }
    }
  }

  @Test
  void anotherIs() {
    TitleFilter filter = new TitleFilter();
    filter.add(TitleKeys.of(called("The Heron Under the Stairs")));
    filter.add(TitleKeys.of(called("Emma")));
    assertFalse(filter.mayHold(called("The heron flew")));
    assertFalse(filter.mayHold(called("Emma flew")));
    assertTrue(filter.mayHold(called("Emma: a heron")));
    assertTrue(filter.mayHold(called("HERON under water")));
  }
}
