package dev.bookplate.origin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class OriginTest {
  @Test
  void orderIsCorpusPathMemberRecord() {
    List<Origin> ordered =
        List.of(
            new Origin("a", "x", null, 0, 0, 5),
            new Origin("a", "x", null, 2, 9, 12),
            // by number, not by digits; where bytes are does not count
            new Origin("a", "x", null, 10, 0, 0),
            new Origin("a", "x", "", 0, -1, -1),
            new Origin("a", "x", "in/a", 9, -1, -1),
            new Origin("a", "x", "in/b", 0, -1, -1),
            new Origin("a", "x/y", null, 0, 0, 5),
            new Origin("b", "a", null, 0, 0, 5));
    List<Origin> shuffled = new ArrayList<>(ordered);

    Collections.shuffle(shuffled, new Random(1));
    Collections.sort(shuffled);

    assertEquals(ordered, shuffled);
  }

  @Test
  void rebasingMovesTheRecordAndNothingElse() {
    assertEquals(
        new Origin("a", "x", "m", 107, 3, 9), new Origin("a", "x", "m", 7, 3, 9).rebased(100));
  }

  @Test
  void aFileIsItsOneRecord() {
    assertEquals(new Origin("a", "x", null, 0, 0, 12), Origin.ofFile("a", "x", 12));
  }

  @Test
  void messagesNameFileMemberRecordAndOffset() {
    assertEquals("a/x!m, record 7, byte 3", new Origin("a", "x", "m", 7, 3, 9).toString());
    assertEquals("a/x, record 7", new Origin("a", "x", null, 7, -1, -1).toString());
  }

  @Test
  void orderAgreesWithEquality() {
    Origin origin = Origin.ofFile("a", "x", 12);

    assertEquals(0, origin.compareTo(Origin.ofFile("a", "x", 12)));
    assertTrue(origin.compareTo(origin.rebased(1)) < 0);
  }
}
