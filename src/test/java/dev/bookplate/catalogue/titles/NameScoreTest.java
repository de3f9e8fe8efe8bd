package dev.bookplate.catalogue.titles;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.catalogue.rows.BookNames;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is one book by title and author, and what is not. */
class NameScoreTest {
  private static BookNames names(String title, String author) {
    return new BookNames(
        title, null, author == null ? List.of() : List.of(author), null, null, null, null);
  }

  private static NameScore score(String title, String author, String other, String otherAuthor) {
    return NameScore.of(names(title, author), names(other, otherAuthor));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Moby-Dick; or, The Whale|Melville, Herman, 1819-1891|moby dick|Herman Melville
          Moby Dick or the Whale|H. Melville|Moby Dick|Melville, Herman
          The Hobbit|J.R.R. Tolkien|The Hobbit: There and Back Again|Tolkien, J. R. R.
          Crime and Punishment|Достоевский, Фёдор|Crime and Punishment|Dostoyevsky, Fyodor
          Анна Каренина|Толстой, Лев|Anna Karenina|Tolstoi, Lev
          Οδύσσεια|Όμηρος|Odysseia|Omiros
          Les Misérables|Hugo, Victor|Les Miserables (Unabridged)|Victor Hugo
          Emma: A Novel|Jane Austen|Emma|Austen, Jane, 1775-1817
          Pride and Prejudlce|Jane Austen|Pride and Prejudice|Austen, Jane
          The Decline and Fall, Vol. II|Edward Gibbon|The Decline and Fall. Volume 2|Gibbon
          Der Zauberberg|Mann, Thomas|Der Zauberberg / Roman|Thomas Mann
          Learning a Language; a handbook|Nida, Eugene|Learning a Language|Eugene Nida
          Everyday Italian|Giada De Laurentiis|Every Day Italian|De Laurentiis, Giada
          """)
  void isOneBook(String title, String author, String other, String otherAuthor) {
    assertTrue(score(title, author, other, otherAuthor).isTitleAndAuthor());
    assertTrue(score(other, otherAuthor, title, author).isTitleAndAuthor());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Poems|John Keats|Poems|Keats, John
          Ten Studies in Grace; instructor's manual|J. Tanner|Ten Studies in Grace|J. Tanner
          Molecular Cell Biology. Contents|H. Lodish|Molecular Cell Biology|Lodish, Harvey
          Old Algebra: Student Workbook|Ann Lee|Old Algebra: Teacher's Guide|Ann Lee
          Old Algebra. Solutions|Ann Lee|Old Algebra|Ann Lee
          Collected Stories|William Faulkner|Collected Stories|Faulkner, William
          Anne|L. M. Montgomery|Anne of Green Gables|L. M. Montgomery
          The Decline and Fall, Vol. 2|Edward Gibbon|The Decline and Fall, Vol. 3|Edward Gibbon
          Emma|Jane Austen|Emma|Alexander McCall Smith
          The Trial|Franz Kafka|The Trials|Jodi Picoult
          Catch-22|Joseph Heller|Catch-23|Joseph Heller
          A Man in Full|Tom Wolfe|A Man in Love|Tom Wolfe
          Essays: First Series|Emerson, Ralph Waldo|Essays: Second Series|Ralph Waldo Emerson
          Star Tales: The Red Moon|Ann Lee|Star Tales: The Blue Sun|Ann Lee
          Memoirs|George Bush, 1946-|Memoirs|George Bush, 1924-2018
          Dune||Dune|Frank Herbert
          The Works||The Works|
          """)
  void isNot(String title, String author, String other, String otherAuthor) {
    NameScore score = score(title, author, other, otherAuthor);
    assertFalse(score.isTitleAndAuthor() || score.isLongTitle(), score::toString);
  }

  @Test
  void aLongTitleNeedsNoAuthorButMustNotHaveAnother() {
    String title = "The Curious Incident of the Dog in the Night-Time";
    assertTrue(score(title, null, title, "Mark Haddon").isLongTitle());
    assertFalse(score(title, "Simon Stephens", title, "Mark Haddon").isLongTitle());
    assertFalse(score(title + ": a play", null, title, "Mark Haddon").isLongTitle());
  }

  @Test
  void genericTitlesNeedMoreThanTheirAuthor() {
    BookNames said = new BookNames("Poems", null, List.of("John Keats"), null, null, 1817, null);
    BookNames row = new BookNames("Poems", null, List.of("Keats, John"), null, null, 1817, null);
    assertTrue(NameScore.of(said, row).isTitleAndAuthor());
  }

  @Test
  void titlesThatMayBeOneShareAKey() {
    assertEquals(
        TitleKeys.of(names("Moby-Dick; or, The Whale", null)),
        TitleKeys.all(names("The Moby Dick", null)).getFirst());
    assertTrue(
        TitleKeys.all(names("Moby Dick Or The Whale", null))
            .contains(TitleKeys.of(names("Moby Dick", null))));
  }

  @Test
  void theTitlePageNamesTitleAndAuthorOnLinesOfTheirOwn() {
    TitlePage page =
        TitlePage.of("\n\nTHE RED\nHOUSE\n\nA Novel\n\nBY\nE. NESBIT\n\nCONTENTS\nAmulet\n");
    BookNames row = names("The Red House", "Nesbit, E. (Edith), 1858-1924");
    assertEquals(
        List.of("THE RED / HOUSE"),
        page.titles().stream()
            .filter(t -> page.score(t, row).isTitleAndAuthor())
            .map(TitlePage.Titled::quote)
            .toList());
    assertFalse(
        page.titles().stream()
            .anyMatch(t -> page.score(t, names("Amulet", "Nesbit, E.")).title() > 0));
    assertFalse(
        page.titles().stream()
            .anyMatch(t -> page.score(t, names("The Red House", "Ann Other")).isTitleAndAuthor()));
  }
}
