package dev.bookplate.match;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.fail;

import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.Work;
import dev.bookplate.match.Finding.Evidence;
import dev.bookplate.match.Finding.FoundDocument;
import dev.bookplate.origin.Origin;
import java.util.List;
import org.junit.jupiter.api.Test;

/** All kinds of evidence in one finding; the strongest rule alone grades it. */
class AssemblyTest {
  private static final FoundDocument DOCUMENT =
      FoundDocument.ofBytes(Origin.ofFile("c", "f", 1), "0".repeat(64));

  private static Finding.Reference reference(String id) {
    Work work =
        new Work(
            id,
            "Title " + id.repeat(9),
            List.of(),
            List.of(),
            null,
            null,
            null,
            null,
            List.of(),
            Rights.UNKNOWN,
            null);
    return new Finding.Reference(work, null, "list", null);
  }

  private static Hit hit(String work, HitRule rule, String kind) {
    Evidence evidence =
        new Evidence(kind, Evidence.DIGEST, List.of(new Evidence.Detail("of", rule.label())));
    return new Hit(reference(work), rule, evidence);
  }

  private static Finding text(String work, Grade grade, Extent extent) {
    return new Finding(
        DOCUMENT,
        reference(work),
        grade,
        extent,
        new Finding.Measures(60, 60, 1.0, 0.9, 60, 1.0),
        List.of(),
        List.of(new Evidence("text", true, List.of())),
        List.of("rule-of-text", "common-text"));
  }

  private static List<Finding> of(List<Finding> texts, Hit... hits) {
    return Assembly.of(texts, List.of(hits), List.of(), () -> DOCUMENT);
  }

  @Test
  void withoutHitsNothingChanges() {
    List<Finding> texts = List.of(text("a", Grade.STRONG, Extent.WHOLE));
    assertSame(texts, Assembly.of(texts, List.of(), List.of(), () -> fail("not asked for")));
  }

  @Test
  void aSurerHitGradesATextThatIsALead() {
    Finding one =
        of(
                List.of(text("a", Grade.LEAD, Extent.QUOTATION)),
                hit("a", HitRule.TITLE_AND_AUTHOR, "title"),
                hit("a", HitRule.SAME_MD5, "hash"))
            .getFirst();
    assertEquals(Grade.MODERATE, one.grade());
    assertEquals(Extent.QUOTATION, one.extent());
    assertEquals(List.of("same-md5", "common-text", "row-and-text-agree"), one.reasons());
    assertEquals(
        List.of("text", "hash", "title"), one.evidence().stream().map(Evidence::kind).toList());
  }

  @Test
  void leadsNeverAddUp() {
    Finding one =
        of(
                List.of(),
                hit("a", HitRule.TITLE_AND_AUTHOR, "title"),
                hit("a", HitRule.IDENTIFIER, "identifier"),
                hit("a", HitRule.CRC32_AND_SIZE, "hash"))
            .getFirst();
    assertEquals(Grade.LEAD, one.grade());
    assertNull(one.extent());
    assertEquals(
        List.of("crc32-and-size", "identifier", "title-and-author", "row-and-title-agree"),
        one.reasons());
  }

  @Test
  void bytesOfOneWorkAndTextOfAnotherAreSaidInBoth() {
    List<Finding> both =
        of(List.of(text("b", Grade.STRONG, Extent.WHOLE)), hit("a", HitRule.SAME_SHA256, "hash"));
    assertEquals(
        List.of("same-sha256", "work-by-row-alone", "text-is-of-another-work"),
        both.get(0).reasons());
    assertEquals(
        List.of("rule-of-text", "common-text", "hash-is-of-another-work"), both.get(1).reasons());
    assertEquals(Grade.STRONG, both.get(0).grade());
  }

  @Test
  void aQuotationContradictsNothing() {
    List<Finding> both =
        of(
            List.of(text("b", Grade.STRONG, Extent.QUOTATION)),
            hit("a", HitRule.TITLE_AND_AUTHOR, "title"));
    assertEquals(List.of("title-and-author"), both.get(0).reasons());
    assertEquals(List.of("rule-of-text", "common-text"), both.get(1).reasons());
  }

  @Test
  void bytesOfOneWorkAndATitleOfAnother() {
    List<Finding> both =
        of(
            List.of(),
            hit("a", HitRule.SAME_SHA256, "hash"),
            hit("b", HitRule.TITLE_AND_AUTHOR, "title"));
    assertEquals(
        List.of("same-sha256", "work-by-row-alone", "title-is-of-another-work"),
        both.get(0).reasons());
    assertEquals(List.of("title-and-author", "hash-is-of-another-work"), both.get(1).reasons());
  }

  @Test
  void supportGoesToEveryFindingAndMakesNone() {
    Evidence marker = new Evidence("marker", Evidence.TRACE, List.of());
    assertEquals(List.of(), Assembly.of(List.of(), List.of(), List.of(marker), () -> fail("none")));
    List<Finding> texts = List.of(text("a", Grade.LEAD, Extent.QUOTATION));
    Finding one = Assembly.of(texts, List.of(), List.of(marker), () -> fail("none")).getFirst();
    assertEquals(Grade.LEAD, one.grade());
    assertEquals(List.of("text", "marker"), one.evidence().stream().map(Evidence::kind).toList());
  }
}
