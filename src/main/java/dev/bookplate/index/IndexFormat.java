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
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** What is where in the Lucene index. */
final class IndexFormat {
  /** Changes whenever an index of before can no longer be read. */
  static final String VERSION = "bookplate-index-2";

  static final String ID = "id";
  static final String PAYLOAD = "payload";
  static final String TEXT = "text";
  static final String PASSAGES = "passages";
  static final String BANDS = "bands";
  static final String SKETCH = "sketch";

  static final String FILTER = "filter";
  static final String FILTER_SHA256 = "filterSha256";
  static final String ATTACHMENT = "attachment";
  static final String ATTACHMENT_SHA256 = "attachmentSha256";

  /** Begins an attachment's file, which so is never empty. */
  static final byte[] ATTACHMENT_MAGIC = "bkplATT1".getBytes(StandardCharsets.US_ASCII);

  private static final int LEVEL = 9;
  private static final String DAMAGED =
      "a reference text in the catalogue is damaged: build it again";

  private IndexFormat() {}

  /** Passage fingerprints: terms of 8 bytes, with the ordinal of the word as position. */
  static FieldType passages() {
    return frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  }

  /** Bands of the sketch: terms of 8 bytes. */
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
