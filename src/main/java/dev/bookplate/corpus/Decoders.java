package dev.bookplate.corpus;

import dev.bookplate.origin.Digests;
import dev.bookplate.tokens.TokenDecoder;
import dev.bookplate.tokens.TokenizerException;
import java.io.IOException;
import java.nio.file.Path;

/** The decoder of the tokenizer that the user named, read when the first ids come. */
final class Decoders {
  /** What is said of ids where no tokenizer was named. */
  static final String WANTED = "token ids; name the tokenizer that they come from with --tokenizer";

  private final Tokens tokens;
  private TokenDecoder decoder;

  Decoders(Tokens tokens) {
    this.tokens = tokens;
  }

  boolean isNamed() {
    return tokens.tokenizer() != null;
  }

  /**
   * The decoder.
   *
   * @throws IOException if the file cannot be read, or is no longer what it was; says so
   */
  TokenDecoder get() throws IOException {
    if (decoder == null) {
      try {
        Path file = TokenDecoder.fileOf(Path.of(tokens.tokenizer()));
        if (!Digests.of(file).sha256().equals(tokens.sha256())) {
          throw new IOException("the tokenizer is not the one that the scan began with");
        }
        decoder = TokenDecoder.of(file, tokens.endOfText());
      } catch (TokenizerException e) {
        throw new IOException("the tokenizer cannot be used: " + e.getMessage(), e);
      }
    }
    return decoder;
  }

  /** Names what decoded. */
  static String extractor(String container, TokenDecoder decoder) {
    return "bookplate-0.1 " + container + " by " + decoder.name();
  }
}
