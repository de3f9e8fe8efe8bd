package dev.bookplate.catalogue.titles;

import dev.bookplate.catalogue.rows.BookNames;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Under what a title is looked up: titles that may be one share one of these. */
public final class TitleKeys {
  private TitleKeys() {}

  /** The main title's words, as they sound; empty for no title. */
  public static String of(BookNames names) {
    return names.title() == null ? "" : TitleForm.of(names.title(), names.subtitle()).key();
  }

  /**
   * All that a title may be stored under: its words, and what is left of them where a subtitle
   * follows without a sign.
   */
  public static List<String> all(BookNames said) {
    if (said.title() == null) {
      return List.of();
    }
    TitleForm form = TitleForm.of(said.title(), said.subtitle());
    Set<String> keys = new LinkedHashSet<>();
    keys.add(form.key());
    List<String> sounds = form.all().stream().map(Latin::sound).toList();
    for (int n = sounds.size(); n > 0 && form.rest().isEmpty(); n--) {
      keys.add(String.join(" ", sounds.subList(0, n)));
    }
    keys.remove("");
    return new ArrayList<>(keys);
  }
}
