package dev.bookplate.corpus;

import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.tokens.DecodedText;
import dev.bookplate.tokens.Plausibility;
import dev.bookplate.tokens.TokenDecoder;
import java.io.IOException;

/** The documents of a file of token ids. */
final class TokenReader implements ShardReader {
  /** Ids at the start of a file by which the tokenizer is judged, before anything is read. */
  private static final int SAMPLE = 1 << 16;

  /** Where the ids of documents come from. */
  interface Ids extends AutoCloseable {
    /**
     * Gives the ids of the next document.
     *
     * @param most ids after which a document may be left
     * @return false if there was none
     * @throws IOException if there are no more because of damage; says what is wrong
     */
    boolean next(DecodedText into, long most) throws IOException;

    /** First byte of the document that was given last, or at which there was damage. */
    long start();

    /** First byte after. */
    long end();

    @Override
    void close() throws IOException;
  }

  /** Opens a file, for the look at its start and for reading. */
  interface Opener {
    Ids open() throws IOException;
  }

  private final Entry entry;
  private final Opener opener;
  private final TokenDecoder decoder;
  private final String container;
  private final int maxBytes;
  private final DecodedText text;
  private Ids ids;
  private long records;
  private boolean done;

  TokenReader(
      Entry entry, Opener opener, TokenDecoder decoder, String container, ReadOptions options) {
    this.entry = entry;
    this.opener = opener;
    this.decoder = decoder;
    this.container = container;
    maxBytes = options.maxDocumentBytes();
    text = new DecodedText(decoder, maxBytes);
  }

  @Override
  public ReadOutcome next() {
    if (done) {
      return null;
    }
    ReadOutcome outcome = outcome();
    records += outcome == null ? 0 : 1;
    return outcome;
  }

  private ReadOutcome outcome() {
    try {
      if (ids == null) {
        String problem = sampled();
        if (problem != null) {
          done = true;
          return new ReadOutcome.Failed(entry.whole(), wrong(problem));
        }
        ids = opener.open();
      }
      text.clear();
      if (!ids.next(text, Long.MAX_VALUE)) {
        done = true;
        return records > 0
            ? null
            : new ReadOutcome.Skipped(entry.whole(), SkipReason.EMPTY, "no token in it");
      }
      return document();
    } catch (IOException e) {
      done = true;
      return new ReadOutcome.Failed(
          ids == null ? entry.whole() : origin(),
          Problems.of(e)
              + "; "
              + (records > 0 ? "what was read before stands; " : "")
              + "get the file anew");
    }
  }

  /** What speaks against the tokenizer at the start of the file, or null. */
  private String sampled() throws IOException {
    DecodedText sample = new DecodedText(decoder, SAMPLE * 16);
    long left = SAMPLE;
    try (Ids start = opener.open()) {
      while (left > 0 && start.next(sample, left)) {
        sample.text();
        left -= Math.max(1, sample.tokens());
        sample.clear();
      }
    } catch (IOException e) {
      // what comes before the damage has to do; it is told of where it stands
    }
    return sample.plausibility().problem();
  }

  static String wrong(String problem) {
    return "the tokenizer does not fit: "
        + problem
        + "; name the one that these ids come from with --tokenizer";
  }

  private ReadOutcome document() {
    if (text.unknown() != null) {
      return new ReadOutcome.Failed(
          origin(), text.unknown() + "; name the tokenizer that fits, or get the file anew");
    }
    if (text.isTooLong()) {
      return new ReadOutcome.Skipped(
          origin(),
          SkipReason.OVER_LIMIT,
          "longer than "
              + maxBytes
              + " bytes; if it is several documents, say with --end-of-text which id parts them");
    }
    Utf8Text decoded = text.text();
    if (decoded.length() > maxBytes) {
      return new ReadOutcome.Skipped(
          origin(), SkipReason.OVER_LIMIT, "longer than " + maxBytes + " bytes");
    }
    if (decoded.length() == 0) {
      return new ReadOutcome.Skipped(origin(), SkipReason.EMPTY, "a document without text");
    }
    Plausibility soFar = text.plausibility();
    if (soFar.problem() != null) {
      done = true;
      return new ReadOutcome.Failed(origin(), wrong(soFar.problem()));
    }
    return new ReadOutcome.Read(
        new CorpusDocument(
            origin(),
            null,
            Decoders.extractor(container, decoder),
            decoded,
            () -> CorpusDocument.Facts.NONE));
  }

  private Origin origin() {
    return entry.record(records, ids.start(), ids.end());
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public void close() {
    done = true;
    try {
      if (ids != null) {
        ids.close();
      }
    } catch (IOException e) {
      // all that was wanted has been read
    }
  }
}
