package dev.bookplate.match;

import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.catalogue.rows.Identifier;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/**
 * What catalogues say of books, looked up by anything but their text. All answers are in an order
 * that depends on the catalogues alone. May be used by many threads.
 */
public interface KnownBooks {
  /** Knows nothing. */
  KnownBooks NONE = new NoBooks();

  /** The kinds of digests that the catalogues hold: of others none is worth working out. */
  Set<Digest> digestKinds();

  /** Books whose file has that digest. */
  List<KnownBook> withDigest(Digest kind, String hex) throws IOException;

  /** Books that have that number. */
  List<KnownBook> withIdentifier(Identifier identifier) throws IOException;

  /**
   * Books with that main title: one look for each of many titles that are none.
   *
   * @param said what a line of a document says, taken for a title
   */
  List<KnownBook> titled(BookNames said) throws IOException;

  /**
   * Books that may be called so, by the sound of the title: candidates, of which many are not the
   * one.
   *
   * @param said what a document says that it is
   */
  List<KnownBook> called(BookNames said) throws IOException;

  /**
   * Books whose title may be that one misread or misspelt, the likeliest first: costs more, and is
   * of use only where no book is called so.
   *
   * @param said what a document says that it is
   */
  List<KnownBook> nearly(BookNames said) throws IOException;

  /** Knows nothing. */
  final class NoBooks implements KnownBooks {
    private NoBooks() {}

    @Override
    public Set<Digest> digestKinds() {
      return Set.of();
    }

    @Override
    public List<KnownBook> withDigest(Digest kind, String hex) {
      return List.of();
    }

    @Override
    public List<KnownBook> withIdentifier(Identifier identifier) {
      return List.of();
    }

    @Override
    public List<KnownBook> titled(BookNames said) {
      return List.of();
    }

    @Override
    public List<KnownBook> called(BookNames said) {
      return List.of();
    }

    @Override
    public List<KnownBook> nearly(BookNames said) {
      return List.of();
    }
  }
}
