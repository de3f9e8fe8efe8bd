package dev.bookplate.criteria;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Names of languages as catalogues have them, as primary tags: {@code English}, eng and en-GB are
 * en.
 */
public final class LanguageTag {
  private static final Map<String, String> KNOWN = known();

  private LanguageTag() {}

  private static Map<String, String> known() {
    Map<String, String> known = new HashMap<>();
    for (String tag : Locale.getISOLanguages()) {
      Locale locale = Locale.of(tag);
      known.put(tag, tag);
      known.put(locale.getISO3Language().toLowerCase(Locale.ROOT), tag);
      known.put(locale.getDisplayLanguage(Locale.ENGLISH).toLowerCase(Locale.ROOT), tag);
      known.put(locale.getDisplayLanguage(locale).toLowerCase(Locale.ROOT), tag);
    }
    // the codes of libraries that are not those of ISO 639-3
    known.putAll(
        Map.of(
            "ger", "de", "fre", "fr", "dut", "nl", "gre", "el", "chi", "zh", "cze", "cs", "ice",
            "is", "per", "fa", "rum", "ro", "wel", "cy"));
    return Map.copyOf(known);
  }

  /** The primary tag of a name or tag, or null where it is none that is known. */
  public static String of(String name) {
    if (name == null) {
      return null;
    }
    String lower = name.strip().toLowerCase(Locale.ROOT);
    String whole = KNOWN.get(lower);
    return whole == null ? KNOWN.get(lower.split("[-_ ,;(]", 2)[0]) : whole;
  }
}
