package dev.bookplate.corpus;

import dev.bookplate.tokens.DecodedText;
import dev.bookplate.tokens.TokenDecoder;
import java.io.IOException;

/** Ids one after the other, with documents parted by the id that ends a text. */
final class StreamedIds implements TokenReader.Ids {
  private final IdStream ids;
  private final IdType type;
  private final TokenDecoder decoder;
  private final long first;
  private final long count;
  private long at;
  private long start;

  /**
   * Ids of a stream that stands at the first.
   *
   * @param first byte of the first id
   * @param count of ids, or -1 for all that there are
   */
  StreamedIds(IdStream ids, IdType type, TokenDecoder decoder, long first, long count) {
    this.ids = ids;
    this.type = type;
    this.decoder = decoder;
    this.first = first;
    this.count = count;
  }

  @Override
  public boolean next(DecodedText into, long most) throws IOException {
    start = at;
    while (more()) {
      long id = ids.next();
      at++;
      if (!decoder.parts(id)) {
        into.add(id);
      } else if (into.tokens() > 0) {
        return true;
      } else {
        start = at; // one end behind another: nothing is between them
      }
      if (into.tokens() >= most) {
        return true;
      }
    }
    return into.tokens() > 0;
  }

  private boolean more() throws IOException {
    if (count < 0) {
      return ids.hasNext();
    }
    if (at < count && !ids.hasNext()) {
      throw new IOException(
          "the file ends after " + at + " of the " + count + " ids that its header tells of");
    }
    if (at == count && ids.hasNext()) {
      throw new IOException("there is more behind the " + count + " ids that its header tells of");
    }
    return at < count;
  }

  @Override
  public long start() {
    return first + start * type.bytes();
  }

  @Override
  public long end() {
    return first + at * type.bytes();
  }

  @Override
  public void close() throws IOException {
    ids.close();
  }
}
