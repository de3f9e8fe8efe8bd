package dev.bookplate.corpus;

import dev.bookplate.extract.Extracted;
import dev.bookplate.extract.ExtractionException;
import dev.bookplate.extract.Extractor;
import dev.bookplate.extract.Source;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/** Files that are one document each: e-books, office files, pages, plain text. */
final class DocumentReader {
  private final Extractor extractor;
  private final int maxBytes;
  private final MemberBytes seenBytes;
  private final Wrappings wrappings;

  /**
   * A reader of documents.
   *
   * @param seenBytes is shown what packed ones unpack to
   * @param wrappings is told what they are
   */
  DocumentReader(
      Extractor extractor, ReadOptions options, MemberBytes seenBytes, Wrappings wrappings) {
    this.extractor = extractor;
    this.seenBytes = seenBytes;
    this.wrappings = wrappings;
    maxBytes = options.maxDocumentBytes();
  }

  /** The file, or member, as one outcome, and one for each part of it that cannot be read. */
  List<ReadOutcome> read(Entry entry) {
    try {
      Extracted extracted = extract(entry);
      List<ReadOutcome> outcomes = new ArrayList<>();
      outcomes.add(read(entry, extracted));
      for (String gap : extracted.gaps()) {
        outcomes.add(gap(entry.record(outcomes.size(), -1, -1), gap));
      }
      return outcomes;
    } catch (ExtractionException e) {
      return List.of(notRead(entry.whole(), e));
    } catch (IOException e) {
      return List.of(new ReadOutcome.Failed(entry.whole(), ShardReaders.unreadable(e)));
    }
  }

  /** A part of a document, of which the rest was read. */
  static ReadOutcome gap(Origin where, String gap) {
    return new ReadOutcome.Failed(where, gap + "; the rest was read, so get the file anew");
  }

  private Extracted extract(Entry entry) throws ExtractionException, IOException {
    // a member that is read once is held, too
    boolean asItIs =
        entry.format().compression() == Compression.NONE
            && !(entry.source() instanceof MemberSource);
    Source source = asItIs ? entry.source() : new Source.OfBytes(unpack(entry));
    if (!wrappings.equals(Wrappings.UNTOLD)) {
      wrappings.wrapped(entry.whole(), entry.levels(kind(source, entry)), entry.source().size());
    }
    return extractor.extract(source, entry.format().name());
  }

  /** Its kind among the levels of what is packed. */
  private static String kind(Source source, Entry entry) throws IOException {
    return switch (Extractor.kind(source, entry.format().name())) {
      case null -> "unread document";
      case "TXT" -> "text";
      case String known -> known;
    };
  }

  private byte[] unpack(Entry entry) throws ExtractionException {
    byte[] bytes;
    try (InputStream in = entry.unpacked()) {
      bytes = in.readNBytes((int) Math.min(maxBytes + 1L, Integer.MAX_VALUE - 16));
    } catch (IOException e) {
      throw new ExtractionException(
          ExtractionException.Reason.CORRUPT,
          "the data is damaged or cut off (" + Problems.of(e) + "); get the file anew",
          e);
    }
    if (bytes.length > maxBytes) {
      throw new ExtractionException(
          ExtractionException.Reason.OVER_LIMIT, "longer than " + maxBytes + " bytes");
    }
    if (entry.format().compression() != Compression.NONE) {
      MemberBytes.Sink sink = seenBytes.begin(entry.whole());
      sink.bytes(bytes, 0, bytes.length);
      sink.end();
    }
    return bytes;
  }

  private ReadOutcome read(Entry entry, Extracted extracted) {
    Origin where = entry.whole();
    Utf8Text text = Utf8Text.of(extracted.text());
    if (text.length() > maxBytes) {
      return new ReadOutcome.Skipped(
          where, SkipReason.OVER_LIMIT, "longer than " + maxBytes + " bytes");
    }
    return new ReadOutcome.Read(
        new CorpusDocument(
            where,
            null,
            extracted.extractor(),
            text,
            () -> facts(extracted, entry.format().name())));
  }

  private static CorpusDocument.Facts facts(Extracted extracted, String name) {
    Extracted.Metadata metadata = extracted.metadata();
    String id = metadata.identifiers().isEmpty() ? null : metadata.identifiers().getFirst();
    return new CorpusDocument.Facts(
        id,
        new CorpusDocument.Claims(null, null, metadata.rights(), metadata.date()),
        new CorpusDocument.OfFile(metadata, extracted.unlike(name)),
        extracted.places());
  }

  /** What is said of a document without text. */
  static ReadOutcome notRead(Origin where, ExtractionException e) {
    SkipReason reason =
        switch (e.reason()) {
          case EMPTY -> SkipReason.EMPTY;
          case DRM -> SkipReason.DRM;
          case ENCRYPTED -> SkipReason.ENCRYPTED;
          case UNSUPPORTED -> SkipReason.UNSUPPORTED;
          case MEDIA -> SkipReason.EXCLUDED;
          case NOT_TEXT -> SkipReason.NOT_TEXT;
          case OVER_LIMIT -> SkipReason.OVER_LIMIT;
          case CORRUPT, NO_TEXT -> null;
        };
    return reason == null
        ? new ReadOutcome.Failed(where, e.getMessage())
        : new ReadOutcome.Skipped(where, reason, e.getMessage());
  }
}
