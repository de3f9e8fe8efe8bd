package dev.bookplate.corpus;

import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import dev.bookplate.tokens.DecodedText;
import dev.bookplate.tokens.TokenDecoder;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Records whose text is a list of token ids, as data sets that are ready for training have them.
 * The end of a text, and what fills a row, part documents inside of one. Belongs to one reader.
 */
final class IdRows {
  /** The names that such lists have; of several the first that is there counts. */
  static final List<String> FIELDS = List.of("input_ids", "token_ids", "tokens");

  private final Decoders decoders;
  private final int maxBytes;
  private TokenDecoder decoder;
  private DecodedText text;

  IdRows(Decoders decoders, ReadOptions options) {
    this.decoders = decoders;
    maxBytes = options.maxDocumentBytes();
  }

  /** A list of numbers, and what a record with it is. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record Row(String field, long[] ids, Supplier<CorpusDocument.Facts> facts) {}

  /**
   * The documents of a record, at least one outcome.
   *
   * @param origin of each, asked for one after the other
   */
  Iterator<ReadOutcome> of(Row row, Supplier<Origin> origin) {
    List<Function<Origin, ReadOutcome>> outcomes = new ArrayList<>();
    if (!decoders.isNamed()) {
      outcomes.add(skipped(SkipReason.UNSUPPORTED, row.field + " holds " + Decoders.WANTED));
    } else {
      try {
        decode(row, outcomes);
      } catch (IOException e) {
        outcomes.add(failed(Problems.of(e) + "; give --tokenizer anew"));
      }
    }
    return outcomes.stream().map(outcome -> outcome.apply(origin.get())).iterator();
  }

  private void decode(Row row, List<Function<Origin, ReadOutcome>> outcomes) throws IOException {
    if (decoder == null) {
      decoder = decoders.get();
      text = new DecodedText(decoder, maxBytes);
    }
    int from = 0;
    for (int i = 0; i <= row.ids.length; i++) {
      if (i == row.ids.length || decoder.parts(row.ids[i])) {
        if (i > from) {
          boolean isAll = from == 0 && i == row.ids.length;
          outcomes.add(document(row, from, i, isAll ? row.field : part(row, from, i)));
        }
        from = i + 1;
      }
    }
    if (outcomes.isEmpty()) {
      outcomes.add(skipped(SkipReason.EMPTY, row.field + " holds no token of a text"));
    }
  }

  /** The places of a document's tokens in the list: {@code input_ids[12:512]}. */
  private static String part(Row row, int from, int to) {
    return row.field + "[" + from + ":" + to + "]";
  }

  private Function<Origin, ReadOutcome> document(Row row, int from, int to, String field) {
    text.clear();
    for (int i = from; i < to; i++) {
      text.add(row.ids[i]);
    }
    if (text.unknown() != null) {
      return failed(text.unknown() + "; name the tokenizer that fits, or get the file anew");
    }
    // the text itself, with every character that had to be replaced counted
    Utf8Text decoded = text.text().copy();
    if (text.isTooLong() || decoded.length() > maxBytes) {
      return skipped(SkipReason.OVER_LIMIT, "longer than " + maxBytes + " bytes");
    }
    String problem = text.plausibility().problem();
    if (problem != null) {
      return failed(TokenReader.wrong(problem));
    }
    if (decoded.length() == 0) {
      return skipped(SkipReason.EMPTY, field + " holds no token of a text");
    }
    String extractor = Decoders.extractor("ids", decoder);
    return origin ->
        new ReadOutcome.Read(new CorpusDocument(origin, field, extractor, decoded, row.facts));
  }

  private static Function<Origin, ReadOutcome> skipped(SkipReason reason, String detail) {
    return origin -> new ReadOutcome.Skipped(origin, reason, detail);
  }

  private static Function<Origin, ReadOutcome> failed(String message) {
    return origin -> new ReadOutcome.Failed(origin, message);
  }

  /**
   * The numbers of a valid JSON list.
   *
   * @param from its opening bracket
   * @param to where the record ends
   * @return null if something else is in it than whole numbers of up to 18 digits
   */
  static long[] numbers(byte[] bytes, int from, int to) {
    long[] ids = new long[256];
    int count = 0;
    int at = from + 1;
    while (at < to && bytes[at] != ']') {
      byte c = bytes[at];
      if (JsonRecord.isBlank(c) || c == ',') {
        at++;
        continue;
      }
      boolean minus = c == '-';
      int start = minus ? at + 1 : at;
      int end = start;
      long id = 0;
      while (end < to && bytes[end] >= '0' && bytes[end] <= '9' && end - start < 18) {
        id = 10 * id + bytes[end++] - '0';
      }
      boolean ends =
          end < to && (bytes[end] == ',' || bytes[end] == ']' || JsonRecord.isBlank(bytes[end]));
      if (end == start || !ends) {
        return null;
      }
      ids = count == ids.length ? Arrays.copyOf(ids, 2 * count) : ids;
      ids[count++] = minus ? -id : id;
      at = end;
    }
    return Arrays.copyOf(ids, count);
  }
}
