package dev.bookplate.extract.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jsoup.parser.Tag;

/**
 * Tags by their names: those of HTML, and what else a page has. The names and their groups are
 * those of the tree builder of jsoup, which follows the HTML standard's "tree construction".
 */
final class PageTags {
  private static final String SPECIAL =
      "address applet area article aside base basefont bgsound blockquote body br button caption"
          + " center col colgroup dd details dir div dl dt embed fieldset figcaption figure footer"
          + " form frame frameset h1 h2 h3 h4 h5 h6 head header hgroup hr html iframe img input"
          + " keygen li link listing main marquee menu meta nav noembed noframes noscript object"
          + " ol p param plaintext pre script search section select source style summary table"
          + " tbody td template textarea tfoot th thead title tr track ul wbr xmp";
  private static final Map<String, Integer> TRAITS = new HashMap<>();
  private static final Map<String, PageTag.Start> STARTS = new HashMap<>();
  private static final Map<String, PageTag.End> ENDS = new HashMap<>();

  static {
    traits(PageTag.SPECIAL, SPECIAL);
    traits(PageTag.SCOPE, "applet caption html marquee object table td template th");
    traits(PageTag.LIST, "ol ul");
    traits(PageTag.IMPLIED_END, "dd dt li optgroup option p rb rp rt rtc");
    traits(PageTag.PASSED_BY_ITEMS, "address div p");
    traits(PageTag.TABLE_PART, "table tbody tfoot thead tr");
    traits(PageTag.ROW_GROUP, "tbody tfoot thead");
    traits(PageTag.ENDS_CELL, "caption col colgroup tbody td tfoot th thead tr");
    traits(PageTag.OF_HEAD, "base basefont bgsound command link meta script style title");
    traits(
        PageTag.LEAVES_DRAWING,
        "b big blockquote body br center code dd div dl dt em embed h1 h2 h3 h4 h5 h6 head hr i"
            + " img li listing menu meta nobr ol p pre ruby s small span strike strong sub sup"
            + " table tt u ul var font script math");
    traits(PageTag.HEADING, "h1 h2 h3 h4 h5 h6");

    String formatting = "b big code em font i nobr s small strike strong tt u";
    starts(PageTag.Start.FORMATTING, formatting);
    starts(PageTag.Start.ANCHOR, "a");
    starts(
        PageTag.Start.PARAGRAPH_ENDING,
        "address article aside blockquote center details dir div dl fieldset figcaption figure"
            + " footer header hgroup menu nav ol p section summary ul");
    starts(PageTag.Start.HEADING, "h1 h2 h3 h4 h5 h6");
    starts(PageTag.Start.ITEM, "li");
    starts(PageTag.Start.DEFINITION, "dd dt");
    starts(PageTag.Start.PREFORMATTED, "pre listing");
    starts(PageTag.Start.VOID, "area br embed img input keygen wbr");
    starts(PageTag.Start.BARE_VOID, "base basefont bgsound command link meta param source track");
    starts(PageTag.Start.RULE, "hr");
    starts(PageTag.Start.FORM, "form");
    starts(PageTag.Start.BUTTON, "button");
    starts(PageTag.Start.TABLE, "table");
    starts(PageTag.Start.SELECT, "select");
    starts(PageTag.Start.OPTION, "optgroup option");
    starts(PageTag.Start.RUBY, "rb rtc rp rt");
    starts(PageTag.Start.OBJECT, "applet marquee object");
    starts(PageTag.Start.RAW, "iframe script style");
    starts(PageTag.Start.TEXT_ONLY, "textarea title");
    starts(PageTag.Start.DRAWING, "svg");
    starts(
        PageTag.Start.DROPPED, "body caption col colgroup frame head tbody td tfoot th thead tr");
    starts(
        PageTag.Start.UNCERTAIN,
        "html frameset plaintext image xmp noembed noframes math template name");

    ends(PageTag.End.FORMATTING, formatting + " a");
    ends(
        PageTag.End.CLOSING,
        "address article aside blockquote button center details dir div dl fieldset figcaption"
            + " figure footer header hgroup listing menu nav ol pre section summary ul");
    ends(PageTag.End.OBJECT, "applet marquee object");
    ends(PageTag.End.ITEM, "li");
    ends(PageTag.End.DEFINITION, "dd dt");
    ends(PageTag.End.HEADING, "h1 h2 h3 h4 h5 h6");
    ends(PageTag.End.PARAGRAPH, "p");
    ends(PageTag.End.BREAK, "br");
    ends(PageTag.End.FORM, "form");
    ends(PageTag.End.BODY, "body");
    ends(PageTag.End.HTML, "html");
  }

  private static final int SLOTS = 1 << 10;
  private static final PageTag[] KNOWN = new PageTag[SLOTS];

  static {
    Set<String> names = new TreeSet<>(TRAITS.keySet());
    names.addAll(STARTS.keySet());
    names.addAll(
        Set.of(
            "abbr span label ins del sub sup noscript main ruby cite q time picture video"
                .split(" ")));
    for (String name : names) {
      int slot = hash(name.toCharArray(), 0, name.length()) & (SLOTS - 1);
      while (KNOWN[slot] != null) {
        slot = (slot + 1) & (SLOTS - 1);
      }
      KNOWN[slot] = make(name);
    }
  }

  private final Map<String, PageTag> others = new HashMap<>();

  private static List<String> list(String names) {
    return List.of(names.split(" ", -1));
  }

  private static void traits(int trait, String names) {
    for (String name : list(names)) {
      TRAITS.merge(name, trait, (a, b) -> a | b);
    }
  }

  private static void starts(PageTag.Start start, String names) {
    for (String name : list(names)) {
      STARTS.put(name, start);
    }
  }

  private static void ends(PageTag.End end, String names) {
    for (String name : list(names)) {
      ENDS.put(name, end);
    }
  }

  private static PageTag make(String name) {
    PageTag.Start start = STARTS.get(name);
    if (start == null && !Tag.isKnownTag(name)) {
      start = PageTag.Start.UNKNOWN;
    }
    if (start == null) {
      // elements that hold nothing, or nothing but text, and have no rules of their own
      Tag tag = Tag.valueOf(name);
      boolean odd = tag.isEmpty() || tag.is(Tag.Data) || tag.is(Tag.RcData);
      start = odd ? PageTag.Start.UNCERTAIN : PageTag.Start.PLAIN;
    }
    return new PageTag(
        name, TRAITS.getOrDefault(name, 0), start, ENDS.getOrDefault(name, PageTag.End.OTHER));
  }

  /** A tag of HTML. */
  static PageTag known(String name) {
    PageTag tag = find(name.toCharArray(), 0, name.length());
    if (tag == null) {
      throw new IllegalArgumentException("no tag of HTML: " + name);
    }
    return tag;
  }

  /**
   * The tag of a name, in letters of any case.
   *
   * @param in holds nothing but printable ASCII there
   */
  PageTag of(char[] in, int from, int to) {
    PageTag tag = find(in, from, to);
    if (tag != null) {
      return tag;
    }
    char[] lower = new char[to - from];
    for (int i = from; i < to; i++) {
      lower[i - from] = lower(in[i]);
    }
    return others.computeIfAbsent(new String(lower), PageTags::make);
  }

  private static PageTag find(char[] in, int from, int to) {
    int slot = hash(in, from, to) & (SLOTS - 1);
    while (KNOWN[slot] != null) {
      if (equal(KNOWN[slot].name(), in, from, to)) {
        return KNOWN[slot];
      }
      slot = (slot + 1) & (SLOTS - 1);
    }
    return null;
  }

  private static int hash(char[] in, int from, int to) {
    int hash = 0;
    for (int i = from; i < to; i++) {
      hash = hash * 31 + lower(in[i]);
    }
    return hash * 0x9E3779B1 >>> 16;
  }

  /** Whether characters are those of a name in lower case, in letters of any case. */
  static boolean equal(String name, char[] in, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (lower(in[i]) != name.charAt(i - from)) {
        return false;
      }
    }
    return true;
  }

  private static char lower(char c) {
    return c >= 'A' && c <= 'Z' ? (char) (c + 'a' - 'A') : c;
  }
}
