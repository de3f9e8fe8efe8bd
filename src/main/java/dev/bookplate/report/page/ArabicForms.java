package dev.bookplate.report.page;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Letters of the Arabic script in the forms that they have beside each other. The forms are the
 * code points of Unicode's presentation blocks, where those of a letter stand in a row: isolated,
 * final, and for letters that join on both sides initial and medial. So the table is made of the
 * compatibility decompositions that the JDK has.
 */
final class ArabicForms {
  private static final int ZWNJ = 0x200C;
  private static final int ZWJ = 0x200D;
  private static final int TATWEEL = 0x640;
  private static final int LAM = 0x644;
  private static final Map<Integer, int[]> FORMS = forms();
  private static final Map<Integer, Integer> LAM_ALEF =
      Map.of(0x622, 0xFEF5, 0x623, 0xFEF7, 0x625, 0xFEF9, 0x627, 0xFEFB);

  private ArabicForms() {}

  private static Map<Integer, int[]> forms() {
    Map<Integer, int[]> forms = new HashMap<>();
    collect(0xFB50, 0xFBB1, forms);
    collect(0xFBD3, 0xFBE9, forms);
    collect(0xFBFC, 0xFBFF, forms);
    collect(0xFE80, 0xFEF4, forms);
    return forms;
  }

  private static void collect(int first, int last, Map<Integer, int[]> forms) {
    for (int c = first; c <= last; ) {
      String base = Normalizer.normalize(Character.toString(c), Normalizer.Form.NFKC);
      int next = c + 1;
      while (next <= last
          && Normalizer.normalize(Character.toString(next), Normalizer.Form.NFKC).equals(base)) {
        next++;
      }
      int number = next - c;
      if (base.codePointCount(0, base.length()) == 1 && number != 3) {
        int[] all = new int[number];
        for (int i = 0; i < number; i++) {
          all[i] = c + i;
        }
        // the row of two at U+FBE8 has no isolated and no final form: it is in no other place
        if (c != 0xFBE8) {
          forms.putIfAbsent(base.codePointAt(0), all);
        }
      }
      c = next;
    }
  }

  /**
   * Puts letters into their forms.
   *
   * @param text code points in the order of reading
   * @return as many code points; -1 stands where a letter went into the one before, or a joiner was
   */
  static int[] shaped(int[] text) {
    int[] shaped = text.clone();
    for (int i = 0; i < text.length; i++) {
      int[] forms = FORMS.get(text[i]);
      if (text[i] == ZWNJ || text[i] == ZWJ) {
        shaped[i] = -1;
      } else if (forms != null && shaped[i] != -1) {
        boolean before = joinsForward(text, neighbour(text, i, -1));
        int next = neighbour(text, i, 1);
        Integer ligature = text[i] == LAM && next == i + 1 ? LAM_ALEF.get(text[next]) : null;
        if (ligature != null) {
          shaped[i] = before ? ligature + 1 : ligature;
          shaped[next] = -1;
        } else {
          boolean after = forms.length == 4 && joinsBackward(text, next);
          shaped[i] = forms[Math.min(forms.length - 1, (after ? 2 : 0) + (before ? 1 : 0))];
        }
      }
    }
    return shaped;
  }

  /** The next that is no mark, or -1. */
  private static int neighbour(int[] text, int at, int step) {
    int i = at + step;
    while (i >= 0 && i < text.length && isMark(text[i])) {
      i += step;
    }
    return i >= 0 && i < text.length ? i : -1;
  }

  /** Whether it is drawn over or under another. */
  static boolean isMark(int c) {
    int type = Character.getType(c);
    return type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK;
  }

  /** Whether a letter there joins the one that is read after it. */
  private static boolean joinsForward(int[] text, int at) {
    if (at < 0) {
      return false;
    }
    int[] forms = FORMS.get(text[at]);
    return (forms != null && forms.length == 4) || text[at] == ZWJ || text[at] == TATWEEL;
  }

  /** Whether a letter there joins the one that is read before it. */
  private static boolean joinsBackward(int[] text, int at) {
    if (at < 0) {
      return false;
    }
    int[] forms = FORMS.get(text[at]);
    return (forms != null && forms.length > 1) || text[at] == ZWJ || text[at] == TATWEEL;
  }
}
