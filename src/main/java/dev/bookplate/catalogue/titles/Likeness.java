package dev.bookplate.catalogue.titles;

import java.util.List;

/** How alike words are that may be misspelt or misread. */
final class Likeness {
  private static final int LONG = 9;
  private static final int MIDDLING = 5;

  private Likeness() {}

  /**
   * 1 for the same words, less for each letter that is another, 0 for other words: word by word, so
   * that no short word may change, and no number.
   */
  static double of(List<String> one, List<String> other) {
    if (one.equals(other)) {
      return 1;
    }
    int letters = 0;
    int edits = 0;
    if (one.size() == other.size()) {
      for (int i = 0; i < one.size(); i++) {
        String a = Latin.sound(one.get(i));
        String b = Latin.sound(other.get(i));
        if (!areAlike(a, b)) {
          return joined(one, other);
        }
        edits += distance(a, b);
        letters += Math.max(a.length(), b.length());
      }
      return letters == 0 ? 0 : 1 - (double) edits / letters;
    }
    return joined(one, other);
  }

  /** "Every day" and "everyday". */
  private static double joined(List<String> one, List<String> other) {
    String a = String.join("", one);
    return a.length() >= LONG && a.equals(String.join("", other)) ? 1 : 0;
  }

  /** Whether two words, as they sound, may be one: a letter may differ, in long words two. */
  static boolean areAlike(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    int length = Math.min(one.length(), other.length());
    boolean isNumber = Character.isDigit(one.charAt(0)) || Character.isDigit(other.charAt(0));
    int allowed = isNumber || length < MIDDLING ? 0 : length < LONG ? 1 : 2;
    return Math.abs(one.length() - other.length()) <= allowed && distance(one, other) <= allowed;
  }

  /** Letters to be changed, added or left out. */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int changed = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
