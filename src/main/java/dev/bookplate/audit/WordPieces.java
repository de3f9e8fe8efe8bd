package dev.bookplate.audit;

import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * A passage as words, each with what stands between it and the next: what can be done to words and
 * to the space between them. Scripts without spaces get none.
 */
final class WordPieces {
  private static final int COLUMN = 60;
  private static final int BREAKABLE = 7;
  private static final int KEPT = 3;

  private final List<String> words = new ArrayList<>();
  private final List<String> gaps = new ArrayList<>();

  /** Cuts a passage; white space in it becomes single spaces. */
  WordPieces(String passage) {
    Utf8Text text = Utf8Text.of(passage.strip().replaceAll("\\s+", " "));
    Words cut = Words.of(text);
    for (int i = 0; i < cut.count(); i++) {
      int next = i + 1 < cut.count() ? cut.start(i + 1) : text.end();
      words.add(string(text, cut.start(i), cut.end(i)));
      gaps.add(string(text, cut.end(i), next));
    }
  }

  private static String string(Utf8Text text, int from, int to) {
    return new String(text.bytes(), from, Math.max(0, to - from), StandardCharsets.UTF_8);
  }

  String respaced(Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      out.append(words.get(i).replace('’', '\''));
      String plain = gaps.get(i).replaceAll("[“”]", "\"").replace('’', '\'').replace("—", "--");
      double roll = random.nextDouble();
      out.append(roll < 0.08 ? plain.replace(" ", "\n") : plain);
      out.append(roll >= 0.08 && roll < 0.13 && plain.endsWith(" ") ? " " : "");
    }
    return out.toString();
  }

  String folded() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      out.append(words.get(i).toLowerCase(Locale.ROOT));
      out.append(gaps.get(i).isEmpty() ? "" : " ");
    }
    return out.toString().strip();
  }

  String hyphenated(Random random) {
    StringBuilder out = new StringBuilder();
    int column = 0;
    for (int i = 0; i < words.size(); i++) {
      String word = words.get(i);
      if (column + word.length() > COLUMN) {
        boolean parted = isBreakable(word) && random.nextDouble() < 0.7;
        int cut = parted ? KEPT + random.nextInt(word.length() - 2 * KEPT + 1) : 0;
        out.append(word, 0, cut).append(parted ? "-\n" : "\n");
        word = word.substring(cut);
        column = 0;
      }
      out.append(word).append(gaps.get(i));
      column += word.length() + gaps.get(i).length();
    }
    return out.toString().strip();
  }

  private static boolean isBreakable(String word) {
    return word.length() >= BREAKABLE
        && word.chars()
            .allMatch(c -> Character.isLetter((char) c) && !Character.isSurrogate((char) c));
  }

  /** Half of the changes replace a word, a quarter drop one, a quarter add one. */
  String edited(double share, Random random) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < words.size(); i++) {
      double roll = random.nextDouble() / share;
      String any = words.get(random.nextInt(words.size()));
      String gap = gaps.get(i);
      if (roll < 0.5) {
        out.append(any).append(gap);
      } else if (roll >= 0.75) {
        out.append(words.get(i)).append(gap);
        boolean parted = gap.isEmpty() || Character.isWhitespace(gap.charAt(gap.length() - 1));
        out.append(roll < 1 ? (parted ? "" : " ") + any + (gap.isEmpty() ? "" : " ") : "");
      }
    }
    return out.toString().strip();
  }

  static String reordered(String passage, Random random) {
    List<String> sentences =
        new ArrayList<>(Arrays.asList(passage.strip().split("(?<=[.!?])\\s+|(?<=[。！？])")));
    Collections.shuffle(sentences, random);
    return String.join(" ", sentences);
  }

  /** All words in another order: text that nobody wrote. */
  String shuffled(Random random) {
    List<String> order = new ArrayList<>(words);
    Collections.shuffle(order, random);
    return String.join(gaps.stream().allMatch(String::isEmpty) ? "" : " ", order);
  }
}
