package dev.bookplate.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IsbnTest {
  // numbers in the range that the standard's own examples use
  @ParameterizedTest
  @ValueSource(
      strings = {
        "9780306406157",
        "978-0-306-40615-7",
        "978 0 306 40615 7",
        "978\u20110\u2011306\u201140615\u20117",
        "0306406152",
        "0-306-40615-2",
        "urn:isbn:9780306406157",
        "URN:ISBN:0306406152",
        "isbn:9780306406157",
        "ISBN 978-0-306-40615-7",
        "ISBN-13: 978-0-306-40615-7",
        "ISBN-10 0-306-40615-2",
        "isbn10:0306406152",
        "  9780306406157\n"
      })
  void oneFormForAll(String written) {
    assertEquals(Optional.of("9780306406157"), Isbn.parse(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"080442957X", "0-8044-2957-x", "ISBN 0-8044-2957-X"})
  void xIsTen(String written) {
    assertEquals(Optional.of("9780804429573"), Isbn.parse(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"979-10-90636-07-1", "9791090636071"})
  void the979RangeHasNoOldForm(String written) {
    assertEquals(Optional.of("9791090636071"), Isbn.parse(written));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "isbn:",
        "9780306406158",
        "0306406153",
        "030640615X",
        "X306406152",
        "97803064061",
        "97803064061570",
        "9770306406158",
        "9.78E+12",
        "0000000000",
        "1111111111",
        "urn:uuid:0306406152",
        "\u0660\u0663\u0660\u0666\u0664\u0660\u0666\u0661\u0665\u0662",
        "no number"
      })
  void allElseIsNone(String written) {
    assertEquals(Optional.empty(), Isbn.parse(written));
  }

  @Property(seed = "7")
  void oneWrongDigitIsNoticed(
      @ForAll @LongRange(min = 978_000_000_000L, max = 979_999_999_999L) long number,
      @ForAll @IntRange(min = 3, max = 12) int place,
      @ForAll @IntRange(min = 1, max = 9) int change) {
    String isbn = withCheckDigit(number);
    int wrong = (isbn.charAt(place) - '0' + change) % 10;

    assertEquals(Optional.of(isbn), Isbn.parse(isbn));
    assertEquals(
        Optional.empty(), Isbn.parse(isbn.substring(0, place) + wrong + isbn.substring(place + 1)));
  }

  @Property(seed = "7")
  void bothFormsAreOneNumber(@ForAll @LongRange(min = 1, max = 999_999_998) long number) {
    String nine = "%09d".formatted(number);
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (i + 1) * (nine.charAt(i) - '0');
    }
    // weights 1 to 9 give the check digit itself: the same rule, written the other way round
    String ten = nine + (sum % 11 == 10 ? "X" : sum % 11);
    if (!ten.matches("(.)\\1+")) {
      assertEquals(
          Optional.of(withCheckDigit(978_000_000_000L + number)), Isbn.parse(ten), () -> ten);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:isbn:1", "ISBN 12", "isbn:"})
  void claims(String written) {
    assertTrue(Isbn.claims(written));
  }

  @ParameterizedTest
  @ValueSource(strings = {"urn:uuid:1", "9780306406157", "the isbn"})
  void claimsNothing(String written) {
    assertFalse(Isbn.claims(written));
  }

  private static String withCheckDigit(long twelve) {
    int digit = 0;
    while (!Optional.of("" + twelve + digit).equals(checked("" + twelve + digit))) {
      digit++;
    }
    return "" + twelve + digit;
  }

  /** An oracle: the sum of all thirteen with weights 1 and 3 is a multiple of ten. */
  private static Optional<String> checked(String thirteen) {
    int sum = 0;
    for (int i = 0; i < 13; i += 2) {
      sum += thirteen.charAt(i) - '0';
    }
    for (int i = 1; i < 13; i += 2) {
      sum += 3 * (thirteen.charAt(i) - '0');
    }
    return sum % 10 == 0 ? Optional.of(thirteen) : Optional.empty();
  }
}
