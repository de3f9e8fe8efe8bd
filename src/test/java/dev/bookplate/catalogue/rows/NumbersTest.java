package dev.bookplate.catalogue.rows;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumbersTest {
  @ParameterizedTest
  @CsvSource({
    "isbn, 0-306-40615-2, 9780306406157",
    "isbn, 0-306-40615-3,",
    "asin, b0b6hnhvv9, B0B6HNHVV9",
    "asin, 0306406152, 9780306406157",
    "asin, 1234567890,",
    "oclc, (OCoLC)ocm00012345, 12345",
    "oclc, 0,",
    "lccn, ' n78-890351 ', n78890351",
    "lccn, 85-2 , 85000002",
    "lccn, 75-425165//r75, 75425165",
    "lccn, 2001-000002, 2001000002",
    "lccn, hello,",
    "doi, https://doi.org/10.1000/XYZ.1, 10.1000/xyz.1",
    "doi, 11.1000/x,",
    "registration, TX 1-234-567, TX0001234567",
    "registration, VAu-598-764, VAU000598764",
    "registration, A56505,"
  })
  void hasOneForm(String kind, String text, String form) {
    Function<String, Optional<Identifier>> parser =
        switch (kind) {
          case "isbn" -> Numbers::isbn;
          case "asin" -> Numbers::asin;
          case "oclc" -> Numbers::oclc;
          case "lccn" -> Numbers::lccn;
          case "doi" -> Numbers::doi;
          default -> Numbers::registration;
        };
    assertEquals(form, parser.apply(text).map(Identifier::value).orElse(null));
  }

  @ParameterizedTest
  @CsvSource({
    "MD5, 'D41D8CD98F00B204E9800998ECF8427E ', d41d8cd98f00b204e9800998ecf8427e",
    "MD5, 00000000000000000000000000000000,",
    "CRC32, d41d8cd98f00b204e9800998ecf8427e,",
    "CRC32, zzzzzzzz,"
  })
  void takesDigestsOfTheirLengthOnly(FileFacts.Digest kind, String text, String form) {
    assertEquals(form, Numbers.digest(kind, text).orElse(null));
  }
}
