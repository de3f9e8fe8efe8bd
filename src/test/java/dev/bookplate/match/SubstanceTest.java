package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;

import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SubstanceTest {
  /** Pages that two unrelated books may share, word for word. */
  static List<String> pages() {
    return List.of(
        count("%d "),
        count("Chapter %d\n"),
        count("%d. .......... %d\n"),
        count("Page %d of 120\n"),
        count("[%d] "),
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
            + " sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty",
        "eins zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig hundert Kapitel"
            + " Teil Band eins zwei drei vier fünf sechs sieben acht neun zehn",
        "I. II. III. IV. V. VI. VII. VIII. IX. X. XI. XII. XIII. XIV. XV. XVI. XVII. XVIII. XIX."
            + " XX. XXI. XXII. XXIII. XXIV. XXV. XXVI.",
        "CONTENTS Chapter I The Road 1 Chapter II The Inn 14 Chapter III The Bridge 29 Chapter IV"
            + " The Storm 41 Chapter V The Letter 57 Chapter VI The End 70",
        "Chapter the First Chapter the Second Chapter the Third Chapter the Fourth Chapter the"
            + " Fifth Chapter the Sixth Chapter the Seventh Chapter the Eighth",
        "Row, row, row your boat, gently down the stream. ".repeat(12),
        "and all the king's horses went by and by, ".repeat(20),
        "la la la la la la la la la la la la la la la la la la la la la la la la la la la la",
        "Alder, Anna, 12, 44; Birch, Bertram, 3, 19, 88; Cedar, Celia, 7; Dogwood, Daniel, 51, 52;"
            + " Elder, Edith, 9, 90; Fir, Ferdinand, 14; Gorse, Gwen, 101, 102, 103",
        "Anna Alder Bertram Birch Celia Cedar Daniel Dogwood Edith Elder Ferdinand Fir Gwen Gorse"
            + " Harold Hazel Ida Ivy Joan Juniper Karl Kauri Lena Larch Martin Maple Nora Nettle",
        "apples, pears, plums, figs, dates, grapes, lemons, limes, quinces, medlars, cherries,"
            + " peaches, apricots, almonds, walnuts, hazels, currants, berries, melons, olives",
        "Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April May"
            + " June July August September October November December Spring Summer Autumn Winter",
        "1801 1802 1803 1804 1805 1806 1807 1808 1809 1810 1811 1812 1813 1814 1815 1816 1817 1818"
            + " 1819 1820 1821 1822 1823 1824 1825 1826 1827 1828 1829 1830",
        "Act I Scene I Act I Scene II Act I Scene III Act II Scene I Act II Scene II Act II Scene"
            + " III Act III Scene I Act III Scene II Act IV Scene I Act V Scene I",
        "a b c d e f g h i j k l m n o p q r s t u v w x y z ".repeat(3));
  }

  private static String count(String format) {
    return IntStream.range(1, 60)
        .mapToObj(i -> format.replace("%d", Integer.toString(i)))
        .collect(Collectors.joining());
  }

  @ParameterizedTest
  @MethodSource("pages")
  void pageOfAnyBookSaysTooLittle(String page) {
    assertNotNull(lack(page), page);
  }

  @Test
  void proseAndVerseSayEnough() {
    assertNull(
        lack(
            "The ferryman counted his passengers twice, because the first time there had been seven"
                + " and he knew of only six; the seventh, an old woman with a covered basket, paid"
                + " in coins that he had not seen since he was a boy."));
    assertNull(
        lack(
            """
            O Captain of the empty quay
            who told the tide to wait,
            the gulls have read your log to me
            and say the ship is late;
            the lamps go out along the hill,
            the kettles sing for tea,
            and still you stand, and stand you still,
            and still deny the sea
            """));
    assertNull(
        lack(
            "Der Fährmann zählte die Reisenden zweimal, denn beim ersten Mal waren es sieben"
                + " gewesen, und er wusste nur von sechs; die siebte, eine alte Frau mit einem"
                + " zugedeckten Korb, zahlte mit Münzen, die er seit seiner Kindheit nicht"
                + " gesehen"));
  }

  private static String lack(String page) {
    Words words = Words.of(Utf8Text.of(page));
    Block whole = new Block(0, words.count(), 0, words.count());
    return Substance.lack(words, List.of(new Piece(List.of(whole))));
  }
}
