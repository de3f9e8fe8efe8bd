package dev.bookplate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.CopiesOfWork.Place;
import dev.bookplate.match.Extent;
import dev.bookplate.match.Finding;
import dev.bookplate.match.Resemblance;
import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Classes of copies, in canonical order. */
class CopiesOfWorkTest {
  private static final SoughtWork WORK = Fixtures.sought("w", 1_000);

  private final CopiesOfWork copies = new CopiesOfWork();

  /** A sketch of which so many values are of one seed and the rest of another. */
  private static String sketch(long seed, int own, long other) {
    ByteBuffer bytes = ByteBuffer.allocate(128 * Long.BYTES);
    Random mine = new Random(seed);
    Random theirs = new Random(other);
    for (int i = 0; i < 128; i++) {
      long one = mine.nextLong();
      long two = theirs.nextLong();
      bytes.putLong(i < own ? one : two);
    }
    return Base64.getEncoder().encodeToString(bytes.array());
  }

  private static FindingLine copy(String path, String text, String file) {
    Finding finding =
        Fixtures.finding(Fixtures.at(path, 0), text, WORK, Extent.WHOLE, Fixtures.passage(0, 950));
    FindingLine line = new FindingLines(QuotePolicy.NONE).of(finding);
    FindingLine.DocumentLine d = line.document();
    return new FindingLine(
        line.id(),
        line.key(),
        line.grade(),
        line.extent(),
        line.kinds(),
        new FindingLine.DocumentLine(
            d.corpus(),
            d.path(),
            file,
            d.member(),
            d.record(),
            d.byteStart(),
            d.byteEnd(),
            d.field(),
            d.id(),
            d.textSha256(),
            d.chars(),
            d.words(),
            d.language(),
            d.extractor(),
            d.claims()),
        line.work(),
        line.measures(),
        line.passages(),
        line.evidence(),
        line.reasons());
  }

  private Place add(FindingLine line, String sketch) {
    return copies.add(line, CopySketch.of(new Resemblance(100, 128, 990, 990, sketch)));
  }

  @Test
  void eachIsWhatItIsToThoseBeforeIt() {
    FindingLine first = copy("a", "text one", "file-1");
    FindingLine near = copy("d", "text two", "file-3");
    String sketch = sketch(1, 128, 0);
    assertEquals(new Place(CopyClass.FIRST, null, first.id(), null), add(first, sketch));
    assertEquals(
        new Place(CopyClass.SAME_BYTES, first.id(), first.id(), null),
        add(copy("b", "text one", "file-1"), sketch));
    assertEquals(
        new Place(CopyClass.SAME_TEXT, first.id(), first.id(), null),
        add(copy("c", "text one", "file-2"), sketch));
    Place nearly = add(near, sketch(1, 103, 5));
    assertEquals(CopyClass.NEAR, nearly.what());
    assertEquals(first.id(), nearly.duplicateOf());
    assertEquals(0.8047, nearly.resemblance());
    FindingLine again = copy("e", "text two", "file-4");
    assertEquals(
        new Place(CopyClass.SAME_TEXT, near.id(), first.id(), null), add(again, sketch(1, 103, 5)));
    FindingLine other = copy("f", "text three", "file-5");
    Place another = add(other, sketch(1, 102, 6));
    assertEquals(CopyClass.OTHER_EDITION, another.what());
    assertNull(another.duplicateOf());
    assertEquals(other.id(), another.group());
    assertEquals(0.7969, another.resemblance());
    // near to the second group now
    assertEquals(other.id(), add(copy("g", "text four", "f6"), sketch(1, 102, 6)).group());
  }

  @Test
  void aCopyWithoutASketchIsStillClassed() {
    FindingLine first = copy("a", "text one", "file-1");
    assertEquals(CopyClass.FIRST, copies.add(first, null).what());
    assertEquals(CopyClass.SAME_TEXT, copies.add(copy("b", "text one", "f2"), null).what());
    assertEquals(CopyClass.OTHER_EDITION, copies.add(copy("c", "text 2", "f3"), null).what());
  }

  @Test
  void manyCopiesThatAreUnlikeAreBoundedInTime() {
    String[] sketches = new String[5_000];
    for (int i = 0; i < sketches.length; i++) {
      sketches[i] = sketch(i + 10L, 128, 0);
      add(copy("p" + i, "text " + i, "file " + i), sketches[i]);
    }
    assertEquals(CopyClass.NEAR, add(copy("x", "text x", "fx"), sketches[4_000]).what());
    Place beyond = add(copy("y", "text y", "fy"), sketches[4_500]);
    assertEquals(CopyClass.OTHER_EDITION, beyond.what());
    assertTrue(beyond.resemblance() < 0.1);
    assertEquals(List.of("first", "same bytes", "same text", "near", "other edition"), labels());
  }

  private static List<String> labels() {
    return java.util.Arrays.stream(CopyClass.values()).map(CopyClass::label).toList();
  }
}
