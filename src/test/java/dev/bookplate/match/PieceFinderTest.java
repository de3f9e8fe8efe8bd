package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.bookplate.origin.Utf8Text;
import dev.bookplate.text.Words;
import java.util.List;
import org.junit.jupiter.api.Test;

class PieceFinderTest {
  @Test
  void aWordThatStandsTwiceDoesNotMisleadASeedOfAnotherReading() {
    Words doc =
        Words.of(
            Utf8Text.of(
                "the morning-\nagain again evening-\nsong was heard across all the narrow bay"));
    Words ref =
        Words.of(
            Utf8Text.of(
                "the morning-again again\nevening-song was heard across all the narrow bay"));
    Seeds seeds = new Seeds();
    seeds.add(1, 1); // the shingle that starts with "morning", read as a word of its own
    List<Piece> pieces = new PieceFinder(doc, ref).find(seeds);
    assertEquals(
        List.of(
            new Piece(
                List.of(
                    new Block(0, 1, 0, 1),
                    new Block(1, 1, 1, 2),
                    new Block(2, 1, 3, 1),
                    new Block(3, 1, 4, 2),
                    new Block(4, 7, 6, 7)))),
        pieces);
  }

  @Test
  void aSeedWithoutAnEqualWordNearItIsNoPiece() {
    Words doc = Words.of(Utf8Text.of("one two three four five six seven eight nine ten"));
    Words ref = Words.of(Utf8Text.of("alpha beta gamma delta epsilon zeta eta theta iota kappa"));
    Seeds seeds = new Seeds();
    seeds.add(0, 0);
    seeds.add(9, 9); // the last word of both
    assertEquals(List.of(), new PieceFinder(doc, ref).find(seeds));
  }
}
