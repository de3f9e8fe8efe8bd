package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class FirstOfTest {
  private record Card(int rank, int number) {}

  @Property
  void keepsTheFirstInStableOrderAndHandsOutTheRest(
      @ForAll List<@IntRange(max = 3) Integer> ranks, @ForAll @IntRange(max = 5) int limit) {
    List<Card> cards = new ArrayList<>();
    ranks.forEach(rank -> cards.add(new Card(rank, cards.size())));
    List<Card> rest = new ArrayList<>();
    FirstOf<Card> first = new FirstOf<>(limit, Comparator.comparingInt(Card::rank), rest::add);
    cards.forEach(first::add);

    List<Card> sorted = cards.stream().sorted(Comparator.comparingInt(Card::rank)).toList();
    assertEquals(sorted.stream().limit(limit).toList(), first.list());
    assertEquals(cards.size(), first.total());
    assertEquals(rest.size(), first.left());
    assertEquals(
        cards.size(), Stream.concat(first.list().stream(), rest.stream()).distinct().count());
  }
}
