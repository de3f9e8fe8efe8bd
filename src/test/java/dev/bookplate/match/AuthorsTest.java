package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorsTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Dickens, Charles",
        "Charles Dickens",
        "CHARLES  DICKENS.",
        "Dickens, Charles, 1812-1870",
        "Dickens, Charles (1812–1870)",
        "Chárles Dickens"
      })
  void oneNameHoweverItIsWritten(String name) {
    assertEquals(Authors.of(List.of("Charles Dickens")), Authors.of(List.of(name)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "Anonymous", "[Unknown]", "Various", "Various Authors", "anon."})
  void whoIsNotKnownIsNoOne(String name) {
    assertFalse(Authors.of(List.of(name)).isKnown());
  }

  @Test
  void oneInCommonIsEnough() {
    Authors two = Authors.of(List.of("Ann Other", "Bea Writer"));
    assertTrue(two.shareOne(Authors.of(List.of("Writer, Bea"))));
    assertFalse(two.shareOne(Authors.of(List.of("Cy Writer"))));
    assertFalse(Authors.of(List.of()).shareOne(Authors.of(List.of())));
  }
}
