package dev.bookplate.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourceNameTest {
  @ParameterizedTest
  @CsvSource({
    "a/b.epub, a/b",
    "b.tar, b",
    "b.fb2.zip, b",
    "b.txt.gz, b",
    "Volume 1.5, Volume 1.5",
    "Volume 1.5.txt, Volume 1.5",
    "Mr. Somebody, Mr. Somebody",
    "a.b/c, a.b/c",
    ".epub, .epub",
    "a/.epub, a/.epub",
    "notes.markdown, notes.markdown"
  })
  void stemIsThePathWithoutItsEnding(String source, String stem) {
    assertEquals(stem, SourceName.stem(source));
  }

  @ParameterizedTest
  @CsvSource({
    "Ida Morrow - The Salt Ledger.epub, The Salt Ledger, Ida Morrow",
    "x/Ida Morrow - The Salt Ledger.epub, The Salt Ledger, Ida Morrow",
    "Ida Morrow & Jon Pike - Tides.txt, Tides, Ida Morrow|Jon Pike",
    "Ida Morrow; Jon Pike - Tides - Part 2.txt, Tides - Part 2, Ida Morrow|Jon Pike",
    "Ida_Morrow_-_The_Salt_Ledger.epub, The Salt Ledger, Ida Morrow",
    "The Salt Ledger.epub, The Salt Ledger, ''",
    "salt-ledger.epub, salt-ledger, ''",
    "' - Tides.epub', '- Tides', ''",
    "_.epub, _, ''"
  })
  void nameGivesTitleAndAuthors(String source, String title, String authors) {
    Description description = SourceName.describe(source);

    assertEquals(title, description.title());
    assertEquals(
        authors.isEmpty() ? List.of() : List.of(authors.split("\\|", -1)), description.authors());
  }
}
