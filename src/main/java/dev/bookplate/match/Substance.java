package dev.bookplate.match;

import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Tells text that says something from text that any book could have: counting, contents, indexes,
 * lists, refrains. Works on the reference's words, so that damage in the document changes nothing.
 */
final class Substance {
  private static final int DISTINCT = 12;
  private static final int WINDOW = 50;
  private static final int DISTINCT_A_WINDOW = 18;

  /** Number words and division names by their hashes, in five languages. */
  private static final Set<Long> NUMBERING =
      hashes(
          "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
              + " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy"
              + " eighty ninety hundred first second third fourth fifth sixth seventh eighth ninth"
              + " tenth chapter chapters part book volume section page contents act scene un deux"
              + " trois quatre cinq six sept huit neuf dix onze douze vingt cent chapitre partie"
              + " livre tome table eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf"
              + " zwanzig hundert kapitel teil band inhalt uno dos tres cuatro cinco seis siete"
              + " ocho nueve diez veinte cien capitulo parte libro tomo due tre quattro cinque sei"
              + " sette otto nove dieci venti cento capitolo ii iii iv v vi vii viii ix x xi xii"
              + " xiii xiv xv xvi xvii xviii xix xx xxi xxii xxiii xxiv xxv xxvi xxvii xxviii xxix"
              + " xxx xxxi xxxii xxxiii xxxiv xxxv");

  private final Words ref;
  private final Map<Long, Integer> window = new HashMap<>();
  private final Map<Long, Integer> all = new HashMap<>();
  private int words;
  private int numbers;
  private int capitals;
  private int shouted;
  private int listed;
  private long distinctSum;
  private int windows;

  private Substance(Words ref) {
    this.ref = ref;
  }

  /** Why these pieces say too little to be graded above lead, or null. */
  static String lack(Words ref, List<Piece> pieces) {
    Substance substance = new Substance(ref);
    for (Piece piece : pieces) {
      for (Block block : piece.blocks()) {
        for (int w = block.ref(); w < block.refEnd(); w++) {
          substance.add(w);
        }
      }
    }
    return substance.lack();
  }

  private void add(int word) {
    all.merge(ref.hash(word), 1, Integer::sum);
    count(word);
    words++;
    if (words % WINDOW == 0) {
      distinctSum += window.size();
      windows++;
      window.clear();
    }
    window.merge(ref.hash(word), 1, Integer::sum);
  }

  private void count(int word) {
    byte[] text = ref.text().bytes();
    int start = ref.start(word);
    int end = ref.end(word);
    byte first = text[start];
    boolean digit = first >= '0' && first <= '9';
    numbers += digit || NUMBERING.contains(ref.hash(word)) ? 1 : 0;
    if (first >= 'A' && first <= 'Z') {
      capitals++;
      shouted += end - start > 1 && text[end - 1] >= 'A' && text[end - 1] <= 'Z' ? 1 : 0;
    }
    listed += end < ref.text().end() && (text[end] == ',' || text[end] == ';') ? 1 : 0;
  }

  private String lack() {
    if (all.size() < DISTINCT) {
      return "few-distinct-words";
    } else if (numbers * 5 > words * 2) {
      return "numbering";
    } else if (windows > 0 && distinctSum < (long) DISTINCT_A_WINDOW * windows) {
      return "repetition";
    } else if (listed * 5 > words * 3) {
      return "list";
    }
    // a heading in capitals is not a list of names
    return (capitals - shouted) * 4 > words * 3 ? "names" : null;
  }

  private static Set<Long> hashes(String list) {
    Words cut = Words.of(Utf8Text.of(list));
    Set<Long> hashes = new HashSet<>();
    for (int i = 0; i < cut.count(); i++) {
      hashes.add(cut.hash(i));
    }
    return Set.copyOf(hashes);
  }
}
