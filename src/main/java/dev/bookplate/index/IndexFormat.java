package dev.bookplate.index;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.codecs.Codec;
import org.apache.lucene.codecs.DocValuesFormat;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.codecs.lucene104.Lucene104Codec;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;

/** What is where in the Lucene index. */
final class IndexFormat {
  /** Changes whenever an index of before can no longer be read. */
  static final String VERSION = "bookplate-index-5";

  static final String ID = "id";
  static final String PAYLOAD = "payload";
  static final String TEXT = "text";
  static final String PASSAGES = "passages";
  static final String BANDS = "bands";
  static final String SKETCH = "sketch";
  static final String WORDS = "words";

  private static final long SPREAD = 0x9E3779B97F4A7C15L;

  /**
   * Bits of a term. Of the fingerprints of a billion words one in a million others has a term that
   * is there too: the words around it say that it is another.
   */
  static final int TERM_BITS = 48;

  static final String FILTER = "filter";
  static final String FILTER_SHA256 = "filterSha256";
  static final String ATTACHMENT = "attachment";
  static final String ATTACHMENT_SHA256 = "attachmentSha256";

  /** Begins an attachment's file, which so is never empty. */
  static final byte[] ATTACHMENT_MAGIC = "bkplATT1".getBytes(StandardCharsets.US_ASCII);

  /** Of an edition without text: all its fingerprints, ascending, in 8 bytes each. */
  static final String SET = "set";

  private static final int LEVEL = 9;
  private static final String DAMAGED =
      "a reference text in the catalogue is damaged: build it again";

  private IndexFormat() {}

  /**
   * The term of a fingerprint, {@link #TERM_BITS} long. Fingerprints are the smallest of their
   * windows, so they crowd at one end; their terms are spread evenly.
   */
  static long term(long fingerprint) {
    return fingerprint * SPREAD >>> Long.SIZE - TERM_BITS;
  }

  /** The bytes of a term, which are in the order of the terms. */
  static void write(long term, byte[] bytes) {
    for (int i = 0; i < TERM_BYTES; i++) {
      bytes[i] = (byte) (term >>> TERM_BITS - Byte.SIZE * (i + 1));
    }
  }

  /** The term of some bytes. */
  static long term(BytesRef bytes) {
    long term = 0;
    for (int i = 0; i < TERM_BYTES; i++) {
      term = term << Byte.SIZE | bytes.bytes[bytes.offset + i] & 0xFF;
    }
    return term;
  }

  static final int TERM_BYTES = TERM_BITS / Byte.SIZE;

  /** How segments are written: as Lucene does, but for fingerprints and words. */
  static Codec codec() {
    return new Lucene104Codec() {
      @Override
      public PostingsFormat getPostingsFormatForField(String field) {
        return field.equals(PASSAGES)
            ? new PassagePostings()
            : super.getPostingsFormatForField(field);
      }

      @Override
      public DocValuesFormat getDocValuesFormatForField(String field) {
        return field.equals(WORDS) ? new WordBytes() : super.getDocValuesFormatForField(field);
      }
    };
  }

  /**
   * Passage fingerprints: terms of 6 bytes, with the ordinal of the word as position, and what
   * stands around.
   */
  static FieldType passages() {
    return frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  }

  /** Bands of the sketch: terms of 6 bytes. */
  static FieldType bands() {
    return frozen(IndexOptions.DOCS);
  }

  private static FieldType frozen(IndexOptions options) {
    FieldType type = new FieldType();
    type.setIndexOptions(options);
    type.setOmitNorms(true);
    type.setTokenized(true);
    type.freeze();
    return type;
  }

  static byte[] compress(Utf8Text text) {
    return Zstd.compress(text.copy().bytes(), LEVEL);
  }

  static Utf8Text decompress(byte[] compressed, int offset, int length) throws IndexException {
    byte[] own = Arrays.copyOfRange(compressed, offset, offset + length);
    try {
      byte[] bytes = new byte[Math.toIntExact(Zstd.getFrameContentSize(own))];
      if (Zstd.decompress(bytes, own) == bytes.length) {
        return new Utf8Text(bytes, 0, bytes.length);
      }
      throw new IndexException(DAMAGED);
    } catch (ZstdException | ArithmeticException | NegativeArraySizeException e) {
      throw new IndexException(DAMAGED, e);
    }
  }

  /** What a commit says of itself, and of the files that belong to it. */
  static Map<String, String> commitData(FingerprintSpec spec, Path filter, Path attachment)
      throws IOException {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("version", VERSION);
    data.put("spec", spec.toString());
    data.put(FILTER, String.valueOf(filter.getFileName()));
    data.put(FILTER_SHA256, Digests.of(filter).sha256());
    data.put(ATTACHMENT, String.valueOf(attachment.getFileName()));
    data.put(ATTACHMENT_SHA256, Digests.of(attachment).sha256());
    return data;
  }
}
