package dev.bookplate.tokens;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/**
 * tiktoken's ranks: a line a token, its bytes in Base64, a blank, its id. The special tokens are
 * not in these files, but follow from the number of ranks of the well-known ones.
 */
final class TiktokenRanks {
  private static final String END = "<|endoftext|>";

  /** Special tokens of a file, by its number of ranks. */
  private record Known(int ranks, int end, int from, int to) {}

  private static final List<Known> KNOWN =
      List.of(
          new Known(50256, 50256, 50256, 50257), // r50k_base, gpt2
          new Known(50280, 50256, 50256, 50257), // p50k_base, which leaves this one out
          new Known(100256, 100257, 100257, 100277), // cl100k_base
          new Known(199998, 199999, 199998, 200019), // o200k_base
          new Known(128000, 128001, 128000, 128256)); // Llama 3

  private TiktokenRanks() {}

  /** Whether a file begins as such a one does. */
  static boolean isOne(byte[] bytes) {
    int i = 0;
    while (i < bytes.length && isBase64(bytes[i])) {
      i++;
    }
    return i > 0
        && i + 1 < bytes.length
        && bytes[i] == ' '
        && bytes[i + 1] >= '0'
        && bytes[i + 1] <= '9';
  }

  private static boolean isBase64(byte b) {
    return (b >= 'A' && b <= 'Z')
        || (b >= 'a' && b <= 'z')
        || (b >= '0' && b <= '9')
        || b == '+'
        || b == '/'
        || b == '=';
  }

  /**
   * The pattern that cuts text, by the number of ranks.
   *
   * @throws TokenizerException for a number that none of the well-known encodings has
   */
  static String pattern(int ranks) throws TokenizerException {
    return switch (ranks) {
      case 50256, 50280 -> Splitting.GPT2;
      case 100256 -> Splitting.CL100K;
      case 128000 -> Splitting.LLAMA3;
      case 199998 -> Splitting.O200K;
      default ->
          throw new TokenizerException(
              "its "
                  + ranks
                  + " ranks are not those of a well-known encoding, and the file does not say how"
                  + " it cuts text");
    };
  }

  static TokenizerFile.Content read(byte[] bytes) throws TokenizerException {
    Pieces pieces = new Pieces();
    int ranks = 0;
    int line = 0;
    for (String each : new String(bytes, StandardCharsets.ISO_8859_1).split("\n", -1)) {
      line++;
      if (!each.isBlank()) {
        rank(pieces, each.strip(), line);
        ranks++;
      }
    }
    specials(pieces, ranks);
    return new TokenizerFile.Content("tiktoken ranks", pieces, false);
  }

  private static void rank(Pieces pieces, String line, int number) throws TokenizerException {
    int blank = line.indexOf(' ');
    try {
      pieces.text(
          Long.parseLong(line.substring(blank + 1)),
          Base64.getDecoder().decode(line.substring(0, Math.max(0, blank))));
    } catch (IllegalArgumentException e) {
      throw new TokenizerException(
          "line " + number + " is not Base64, a blank and a number; get it anew", e);
    }
  }

  private static void specials(Pieces pieces, int ranks) throws TokenizerException {
    for (Known known : KNOWN) {
      if (known.ranks == ranks) {
        for (int id = known.from; id < known.to; id++) {
          pieces.special(id, id == known.end ? END : "special " + id);
        }
      }
    }
  }
}
