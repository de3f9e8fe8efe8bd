package dev.bookplate.match;

import dev.bookplate.catalogue.rows.BookNames;
import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.catalogue.rows.Identifier;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * The books of several sources as one.
 *
 * @param sources in the order of answers
 */
public record AllBooks(List<KnownBooks> sources) implements KnownBooks {
  private interface Question {
    List<KnownBook> answer(KnownBooks books) throws IOException;
  }

  private List<KnownBook> all(Question question) throws IOException {
    if (sources.size() == 1) {
      return question.answer(sources.get(0));
    }
    List<KnownBook> all = new ArrayList<>();
    for (KnownBooks books : sources) {
      all.addAll(question.answer(books));
    }
    return all;
  }

  @Override
  public Set<Digest> digestKinds() {
    Set<Digest> kinds = EnumSet.noneOf(Digest.class);
    sources.forEach(s -> kinds.addAll(s.digestKinds()));
    return kinds;
  }

  @Override
  public List<KnownBook> withDigest(Digest kind, String hex) throws IOException {
    return all(books -> books.withDigest(kind, hex));
  }

  @Override
  public List<KnownBook> withIdentifier(Identifier identifier) throws IOException {
    return all(books -> books.withIdentifier(identifier));
  }

  @Override
  public List<KnownBook> titled(BookNames said) throws IOException {
    return all(books -> books.titled(said));
  }

  @Override
  public List<KnownBook> called(BookNames said) throws IOException {
    return all(books -> books.called(said));
  }

  @Override
  public List<KnownBook> nearly(BookNames said) throws IOException {
    return all(books -> books.nearly(said));
  }
}
