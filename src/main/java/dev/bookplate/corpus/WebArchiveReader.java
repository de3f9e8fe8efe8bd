package dev.bookplate.corpus;

import dev.bookplate.extract.Extracted;
import dev.bookplate.extract.ExtractionException;
import dev.bookplate.extract.Extractor;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Places;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Locale;

/** Pages and texts of web archives as documents. Offsets count in what is unpacked. */
final class WebArchiveReader implements ShardReader {
  private static final String EXTRACTOR = "bookplate-0.1 warc";

  private final Entry entry;
  private final WebRecords in;
  private final Extractor extractor;
  private final int maxBytes;
  private final Deque<String> gaps = new ArrayDeque<>();
  private long records;
  private boolean done;

  WebArchiveReader(Entry entry, WebRecords in, Extractor extractor, ReadOptions options) {
    this.entry = entry;
    this.in = in;
    this.extractor = extractor;
    maxBytes = options.maxDocumentBytes();
  }

  @Override
  public ReadOutcome next() {
    if (done) {
      return null;
    }
    if (!gaps.isEmpty()) {
      return DocumentReader.gap(entry.record(records++, in.offset, in.endOffset), gaps.poll());
    }
    ReadOutcome outcome =
        switch (in.next()) {
          case RECORD -> record();
          case TOO_LONG -> skipped(SkipReason.OVER_LIMIT, "longer than " + maxBytes + " bytes");
          case GAP -> gap();
          case END -> end();
        };
    records += outcome == null ? 0 : 1;
    return outcome;
  }

  private ReadOutcome end() {
    done = true;
    return records > 0
        ? null
        : new ReadOutcome.Skipped(entry.whole(), SkipReason.EMPTY, "a web archive without records");
  }

  private ReadOutcome gap() {
    return new ReadOutcome.Failed(
        origin(),
        in.problem
            + ", bytes "
            + in.offset
            + " to "
            + in.endOffset
            + " of what is unpacked; the records around them were read, so get the file anew and"
            + " scan it again");
  }

  private ReadOutcome record() {
    String type = in.field("warc-type").toLowerCase(Locale.ROOT);
    if (!in.isWanted()) {
      return excluded(
          "a record of type " + (type.isEmpty() ? "unknown" : type) + ", which is no document");
    }
    if (in.bodyStart == in.bodyEnd) {
      return skipped(SkipReason.EMPTY, "a record without content");
    }
    if (type.equals("conversion")) {
      return converted();
    }
    String contentType = in.field("content-type").toLowerCase(Locale.ROOT);
    try {
      return contentType.startsWith("application/http")
          ? answer(HttpAnswer.of(in.window.bytes(), in.bodyStart, in.bodyEnd, maxBytes))
          : payload(body(), contentType.replaceFirst(";.*", "").strip(), null);
    } catch (IOException e) {
      return new ReadOutcome.Failed(
          origin(), "what the server sent cannot be unpacked (" + Problems.of(e) + ")");
    }
  }

  /** Text that others made of a page, as in WET files: in UTF-8, read where it stands. */
  private ReadOutcome converted() {
    byte[] bytes = in.window.bytes();
    if (Utf8.firstInvalid(bytes, in.bodyStart, in.bodyEnd) < 0) {
      Utf8Text text = new Utf8Text(bytes, in.bodyStart, in.bodyEnd - in.bodyStart);
      return document(EXTRACTOR, text, Places.NONE);
    }
    return payload(body(), "text/plain", null);
  }

  private byte[] body() {
    return Arrays.copyOfRange(in.window.bytes(), in.bodyStart, in.bodyEnd);
  }

  private ReadOutcome answer(HttpAnswer answer) {
    if (answer.status() != 0 && answer.status() / 100 != 2) {
      return excluded("the server answered with status " + answer.status());
    }
    return payload(answer.body(), answer.type(), answer.charset());
  }

  private ReadOutcome payload(byte[] body, String type, String charset) {
    if (body.length == 0) {
      return skipped(SkipReason.EMPTY, "a record without content");
    }
    if (isNoText(type)) {
      return excluded(type + ", which is no text");
    }
    try {
      Extracted extracted = extracted(body, type, charset);
      Utf8Text text = Utf8Text.of(extracted.text());
      return text.length() > maxBytes
          ? skipped(SkipReason.OVER_LIMIT, "longer than " + maxBytes + " bytes")
          : document(extracted, text);
    } catch (ExtractionException e) {
      return DocumentReader.notRead(origin(), e);
    } catch (IOException e) {
      return new ReadOutcome.Failed(origin(), "cannot be read (" + Problems.of(e) + ")");
    }
  }

  private Extracted extracted(byte[] body, String type, String charset)
      throws ExtractionException, IOException {
    return switch (type) {
      case "text/html", "application/xhtml+xml" -> extractor.sentPage(body, charset);
      case "text/plain" -> extractor.sentText(body, charset);
      default -> extractor.extract(body, name());
    };
  }

  /** The last part of the address, for its ending. */
  private String name() {
    String path = url().replaceFirst("[?#].*", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }

  private static boolean isNoText(String type) {
    return type.startsWith("image/")
        || type.startsWith("audio/")
        || type.startsWith("video/")
        || type.startsWith("font/")
        || type.endsWith("javascript")
        || type.equals("text/css")
        || type.equals("text/dns");
  }

  private ReadOutcome document(Extracted extracted, Utf8Text text) {
    gaps.addAll(extracted.gaps());
    return document(extracted.extractor(), text, extracted.places());
  }

  private ReadOutcome document(String reader, Utf8Text text, Places places) {
    CorpusDocument.Claims claims =
        new CorpusDocument.Claims(
            url().isEmpty() ? null : url(),
            null,
            null,
            in.field("warc-date").isEmpty() ? null : in.field("warc-date"));
    String id = in.field("warc-record-id").isEmpty() ? null : unbracketed("warc-record-id");
    CorpusDocument.Facts facts = new CorpusDocument.Facts(id, claims, null, places);
    return new ReadOutcome.Read(new CorpusDocument(origin(), null, reader, text, () -> facts));
  }

  private String url() {
    return unbracketed("warc-target-uri");
  }

  private String unbracketed(String field) {
    String value = in.field(field);
    return value.startsWith("<") && value.endsWith(">")
        ? value.substring(1, value.length() - 1)
        : value;
  }

  private ReadOutcome excluded(String detail) {
    return skipped(SkipReason.EXCLUDED, detail);
  }

  private ReadOutcome skipped(SkipReason reason, String detail) {
    return new ReadOutcome.Skipped(origin(), reason, detail);
  }

  private Origin origin() {
    return entry.record(records, in.offset, in.endOffset);
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public void close() {
    in.close();
  }
}
