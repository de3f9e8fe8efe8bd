package dev.bookplate.match;

import dev.bookplate.fingerprint.MinHash;
import dev.bookplate.fingerprint.ShingleSet;
import dev.bookplate.match.Finding.Evidence.Detail;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * How a document and an edition compare as sets of shingles, by their sketches: what estimates of
 * resemblance and containment are made of. It decides no grade and no extent.
 *
 * @param agreeing values in which the two sketches agree
 * @param values of a sketch
 * @param documentShingles distinct shingles of the document
 * @param editionShingles distinct shingles of the edition
 * @param sketch the document's: its values as 8 bytes each, the highest byte first, in Base64. It
 *     outlives the text
 */
public record Resemblance(
    int agreeing, int values, int documentShingles, int editionShingles, String sketch) {
  private static final String AGREEING = "sketchValuesThatAgree";
  private static final String VALUES = "sketchValues";
  private static final String DOCUMENT = "documentShingles";
  private static final String EDITION = "editionShingles";
  private static final String SKETCH = "documentSketch";

  static Resemblance of(ShingleSet document, ShingleSet edition) {
    return new Resemblance(
        document.sketch().agreeing(edition.sketch()),
        document.sketch().values().length,
        document.size(),
        edition.size(),
        base64(document.sketch()));
  }

  /** What {@link #evidence} says, or null where it is about something else. */
  public static Resemblance of(Map<String, String> detail) {
    return !detail.containsKey(SKETCH)
        ? null
        : new Resemblance(
            Integer.parseInt(detail.get(AGREEING)),
            Integer.parseInt(detail.get(VALUES)),
            Integer.parseInt(detail.get(DOCUMENT)),
            Integer.parseInt(detail.get(EDITION)),
            detail.get(SKETCH));
  }

  /** An estimate beside what is aligned. */
  public Finding.Evidence evidence() {
    return new Finding.Evidence(
        "text",
        false,
        List.of(
            new Detail(AGREEING, Integer.toString(agreeing)),
            new Detail(VALUES, Integer.toString(values)),
            new Detail(DOCUMENT, Integer.toString(documentShingles)),
            new Detail(EDITION, Integer.toString(editionShingles)),
            new Detail(SKETCH, sketch)));
  }

  private static String base64(MinHash sketch) {
    long[] values = sketch.values();
    ByteBuffer bytes = ByteBuffer.allocate(values.length * Long.BYTES);
    bytes.asLongBuffer().put(values);
    return Base64.getEncoder().encodeToString(bytes.array());
  }
}
