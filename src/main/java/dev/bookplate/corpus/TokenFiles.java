package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import dev.bookplate.origin.Origin;
import dev.bookplate.tokens.TokenDecoder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Opens files of token ids. */
final class TokenFiles {
  private static final String DATA = ".bin";
  private static final String INDEX = ".idx";

  private final ReadOptions options;
  private final Decoders decoders;

  TokenFiles(ReadOptions options, Decoders decoders) {
    this.options = options;
    this.decoders = decoders;
  }

  /** A reader, or null for a file that need not hold ids at all. */
  ShardReader open(Entry entry) throws IOException {
    String name = entry.format().name();
    if (isIndex(entry.source())) {
      return index(entry);
    }
    boolean numpy = startsWith(entry, NumpyHeader.MAGIC);
    Path beside = numpy ? null : beside(entry, INDEX);
    boolean indexed = beside != null && isIndex(new Source.OfFile(beside));
    if (!numpy && !indexed && options.tokens().raw() == null) {
      return name.endsWith(DATA) ? null : unread(entry, raw(".npy without numpy's header"));
    }
    if (!decoders.isNamed()) {
      return unread(entry, Decoders.WANTED);
    }
    TokenDecoder decoder;
    try {
      decoder = decoders.get();
    } catch (IOException e) {
      return new OneOutcomeReader(
          () -> new ReadOutcome.Failed(entry.whole(), Problems.of(e) + "; give --tokenizer anew"));
    }
    if (indexed) {
      Source.OfFile index = new Source.OfFile(beside);
      return new TokenReader(
          entry, () -> MegatronIds.open(index, entry.source()), decoder, "megatron", options);
    }
    if (decoder.endOfText() < 0) {
      return unread(
          entry, "the tokenizer names no end of a text; say with --end-of-text which id it is");
    }
    return new TokenReader(
        entry,
        () -> numpy ? numpy(entry, decoder) : raw(entry, decoder),
        decoder,
        numpy ? "npy" : "ids",
        options);
  }

  /** What is said of a .bin that is no text either. */
  static String raw(String what) {
    return what
        + "; if it is token ids one after the other, say with --token-type uint16 or uint32 how"
        + " they are written";
  }

  private static ShardReader unread(Entry entry, String detail) {
    return new OneOutcomeReader(
        () -> new ReadOutcome.Skipped(entry.whole(), SkipReason.UNSUPPORTED, detail));
  }

  private static StreamedIds numpy(Entry entry, TokenDecoder decoder) throws IOException {
    InputStream in = entry.unpacked();
    try {
      NumpyHeader header = NumpyHeader.read(in);
      return new StreamedIds(
          new IdStream(in, header.type(), header.bigEndian()),
          header.type(),
          decoder,
          header.bytes(),
          header.count());
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  private StreamedIds raw(Entry entry, TokenDecoder decoder) throws IOException {
    IdType type = options.tokens().raw();
    return new StreamedIds(new IdStream(entry.unpacked(), type, false), type, decoder, 0, -1);
  }

  private ShardReader index(Entry entry) {
    Path data = beside(entry, DATA);
    Origin whole = entry.whole();
    return data == null
        ? new OneOutcomeReader(
            () ->
                new ReadOutcome.Failed(
                    whole,
                    "an index of token ids, and the .bin that belongs to it is not beside it; put"
                        + " both into one folder, unpacked"))
        : new OneOutcomeReader(
            () ->
                new ReadOutcome.Skipped(
                    whole, SkipReason.EXCLUDED, "the index of a .bin, and read with it"));
  }

  private static boolean isIndex(Source source) throws IOException {
    byte[] head = source.head(MegatronIds.MAGIC.length());
    return new String(head, StandardCharsets.ISO_8859_1).equals(MegatronIds.MAGIC);
  }

  private static boolean startsWith(Entry entry, String magic) {
    try (InputStream in = entry.unpacked()) {
      return new String(in.readNBytes(magic.length()), StandardCharsets.ISO_8859_1).equals(magic);
    } catch (IOException e) {
      return false;
    }
  }

  /** The file that differs in its extension, or null. */
  private static Path beside(Entry entry, String extension) {
    if (entry.source() instanceof Source.OfFile(Path file)) {
      String name = String.valueOf(file.getFileName());
      int dot = name.lastIndexOf('.');
      Path other = file.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + extension);
      return !other.equals(file) && Files.isRegularFile(other) ? other : null;
    }
    return null;
  }
}
