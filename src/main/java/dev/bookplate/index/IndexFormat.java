package dev.bookplate.index;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import dev.bookplate.fingerprint.FingerprintSpec;
import dev.bookplate.origin.Utf8Text;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;

/** What is where in the Lucene index. */
final class IndexFormat {
  /** Changes whenever an index of before can no longer be read. */
  static final String VERSION = "bookplate-index-1";

  static final String ID = "id";
  static final String PAYLOAD = "payload";
  static final String TEXT = "text";
  static final String PASSAGES = "passages";
  static final String BANDS = "bands";
  static final String SKETCH = "sketch";

  /** Of an edition without text: all its fingerprints, ascending, in 8 bytes each. */
  static final String SET = "set";

  private static final int LEVEL = 9;
  private static final String DAMAGED =
      "a reference text in the catalogue is damaged: build it again";

  private IndexFormat() {}

  /** Passage fingerprints: terms of 8 bytes, with the ordinal of the word as position. */
  static FieldType passages() {
    return frozen(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);
  }

  /** Passage fingerprints of editions without text: terms of 8 bytes. */
  static FieldType unplaced() {
    return frozen(IndexOptions.DOCS);
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

  /** What a commit says of itself. */
  static Map<String, String> commitData(FingerprintSpec spec, String filter, String filterDigest) {
    Map<String, String> data = new LinkedHashMap<>();
    data.put("version", VERSION);
    data.put("spec", spec.toString());
    data.put("filter", filter);
    data.put("filterSha256", filterDigest);
    return data;
  }
}
