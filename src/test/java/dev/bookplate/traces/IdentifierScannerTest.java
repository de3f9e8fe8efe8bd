package dev.bookplate.traces;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.origin.Utf8Text;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifierScannerTest {
  private final IdentifierScanner scanner = new IdentifierScanner();

  private List<FoundIdentifier> scan(String text) {
    return scanner.scanText(Utf8Text.of(text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "ISBN-13: 978-0-14-143951-8|isbn:9780141439518",
        "ISBN 0-14-143951-3 (pbk)|isbn:9780141439518",
        "ISBN 10: 0141439513|isbn:9780141439518",
        "e-ISBN (ebook): 9780141439518|isbn:9780141439518",
        "ISBN978-0-14-143951-8|isbn:9780141439518",
        "ISBN 978\u20110\u201114\u2011143951\u20118|isbn:9780141439518",
        "9 780141 439518|isbn:9780141439518",
        "no label: 9780141439518.|isbn:9780141439518",
        "978 0 14 143951 8|isbn:9780141439518",
        "ASIN: B00ABCDEFG|asin:B00ABCDEFG",
        "www.amazon.com/A-Title/dp/B01N5IB20Q?x=1|asin:B01N5IB20Q",
        "doi:10.1000/182.|doi:10.1000/182",
        "DOI 10.1016/S0140-6736(05)12345-6).|doi:10.1016/s0140-6736(05)12345-6",
        "https://doi.org/10.1000/xyz123|doi:10.1000/xyz123",
        "Library of Congress Catalog Card Number: 67-12345|lccn:67012345",
        "LCCN 2001012345|lccn:2001012345",
        "https://lccn.loc.gov/2018012345|lccn:2018012345",
        "OCLC 12345678|oclc:12345678",
        "(OCoLC)ocm00012345|oclc:12345",
        "TX 1-234-567|registration:TX0001234567",
        "TX0001234567|registration:TX0001234567",
        "TXu 598-764|registration:TXU000598764",
        "Registration number: VA 1-234-567|registration:VA0001234567",
        "Copyright registered TX1234567|registration:TX0001234567",
        "Renewal: RE-123-456|renewal:RE123456"
      })
  void numbersAreFoundAsTheyAreWritten(String text, String expected) {
    List<FoundIdentifier> found = scan("Some words.\n" + text + "\nMore words.");
    assertEquals(List.of(expected), found.stream().map(f -> f.identifier().toString()).toList());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tel. +1 212 555 1234, 0141439513",
        "Call TX 1-800-555-1234 today",
        "Houston, TX 77001-1234",
        "pages 9780 to 9789, price 10.1234 or 19.99",
        "ISBN 978-0-14-143951-9",
        "ISBN 0-14-143951-4",
        "978-0141439519 9780141439510",
        "19780141439518 97801414395189",
        "PA 1-234-567 and VA 22180-1234",
        "B00ABCDEFG is a part number",
        "MD5 d97801414395189780141439518aaaaa",
        "the isbn is boldly illiIlBS ISBN",
        "1234567890 2345678901 3456789012",
        "ISBN 0000000000 1111111111"
      })
  void whatOnlyLooksLikeANumberIsNone(String text) {
    assertEquals(List.of(), scan(text));
  }

  @ParameterizedTest
  @CsvSource({
    "ISBN 978-O-14-143951-8, true",
    "ISBN 978-0-14-l43951-8, true",
    "lSBN 0-14-143951-?, true",
    "ISBN 97B-0-14-143951-8, true",
    "ISBN 0-14-14395I-3, true",
    "ISBN 978-0-14-143951-8, false"
  })
  void oneCharacterIsRepairedByTheCheckDigit(String text, boolean repaired) {
    FoundIdentifier found = scan(text).getFirst();
    assertEquals("isbn:9780141439518", found.identifier().toString());
    assertEquals(repaired, found.repaired());
    assertEquals(text, found.quote());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ISBN 978-O-l4-143951-8", // two characters
        "ISBN 978-Z-14-143951-8", // a character that is not read for the digit that fits
        "978-O-14-143951-8", // no label
        "ISBN 978-0-14-143957-8" // a digit for a digit: too many numbers would fit
      })
  void whatIsBeyondTheCheckDigitIsLeft(String text) {
    assertEquals(List.of(), scan(text));
  }

  @Test
  void everyDigitOfAnIsbnIsRepairedOrLeftAsItIs() {
    String isbn = "9780141439518";
    for (int i = 0; i < isbn.length(); i++) {
      String damaged = "ISBN " + isbn.substring(0, i) + "?" + isbn.substring(i + 1);
      List<FoundIdentifier> found = scan(damaged);
      assertEquals(1, found.size(), damaged);
      assertEquals("isbn:" + isbn, found.getFirst().identifier().toString(), damaged);
    }
  }

  @Test
  void spansCountCodePoints() {
    String before = "\uD83D\uDCD6 \u00DCber \u2014 ISBN ";
    String text = before + "978-0-14-143951-8 \uD83D\uDCD6";
    FoundIdentifier found = scan(text).getFirst();
    int start = before.codePointCount(0, before.length());
    assertEquals(start, found.span().start());
    assertEquals(start + 17, found.span().end());
    assertEquals("ISBN 978-0-14-143951-8", found.quote());
  }

  @Test
  void severalNumbersBehindOneLabel() {
    List<FoundIdentifier> found =
        scan("ISBN: 9780141439518 (hardcover : alk. paper), 0-306-40615-2 (pbk)");
    assertEquals(
        List.of("isbn:9780141439518", "isbn:9780306406157"),
        found.stream().map(f -> f.identifier().toString()).toList());
  }

  @Test
  void frontAndBackAreScannedAndTheBodyForIsbns() {
    String filler = "word ".repeat(20_000);
    String text =
        "LCCN 2001012345\n"
            + filler
            + "number 7654321 ISBN 0-306-40615-2 "
            + filler
            + "OCLC 12345678";
    List<FoundIdentifier> found = scan(text);
    assertEquals(
        List.of("lccn:2001012345 FRONT", "isbn:9780306406157 BODY", "oclc:12345678 BACK"),
        found.stream().map(f -> f.identifier() + " " + f.place().part()).toList());
    for (FoundIdentifier each : found) {
      String there = text.substring(each.span().start(), each.span().end());
      assertTrue(each.quote().endsWith(there), there);
    }
  }

  @Test
  void aNumberOverTheEndOfTheFrontIsFound() {
    for (int shift = 0; shift < 30; shift++) {
      String start = "x ".repeat(Windows.LENGTH / 2 - shift) + (shift % 2 == 0 ? " " : "");
      String text = start + "ISBN 978-0-14-143951-8" + " y".repeat(3 * Windows.LENGTH);
      assertEquals(1, scan(text).size(), "shift " + shift);
    }
  }

  @Test
  void pathsAndMetadata() {
    assertEquals(
        "asin:B00ABCDEFG",
        scanner.scanPath("a/Doe - A Title [B00ABCDEFG].epub").getFirst().identifier().toString());
    assertEquals(
        "isbn:9780141439518",
        scanner.scanPath("a/isbn_9780141439518.epub").getFirst().identifier().toString());
    FoundIdentifier amazon =
        scanner.scanMetadata(new TraceSource.Said("identifier", "amazon:B00ABCDEFG")).getFirst();
    assertEquals("asin:B00ABCDEFG", amazon.identifier().toString());
    assertEquals(7, amazon.span().start());
    FoundIdentifier isbn =
        scanner.scanMetadata(new TraceSource.Said("isbn", "0-14-143951-3")).getFirst();
    assertEquals("isbn:9780141439518", isbn.identifier().toString());
    assertEquals(0, isbn.span().start());
    assertEquals("isbn", isbn.place().field());
  }

  @Test
  void aTextOfNothingButNumbersIsBounded() {
    String numbers = "9780141439518 ".repeat(1) + "ISBN 0-306-40615-2\n".repeat(5_000);
    assertEquals(2, scan(numbers).stream().map(FoundIdentifier::identifier).distinct().count());
    assertTrue(scan("97801414395181234567890 ".repeat(5_000)).isEmpty());
  }

  @Test
  void textInTheMiddleOfABufferIsReadAlone() {
    byte[] bytes = Utf8Text.of("ISBN 9780141439518 ISBN 9780306406157").bytes();
    assertEquals(List.of(), scanner.scanText(new Utf8Text(bytes, 0, 17)));
    assertEquals(1, scanner.scanText(new Utf8Text(bytes, 0, 18)).size());
  }
}
