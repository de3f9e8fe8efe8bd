package dev.bookplate.evidence;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import dev.bookplate.match.Extent;
import dev.bookplate.match.Finding;
import dev.bookplate.match.Grade;
import dev.bookplate.match.OtherEdition;
import dev.bookplate.match.Passage;
import dev.bookplate.match.Resemblance;
import dev.bookplate.origin.Span;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class SchemaTest {
  private static final SoughtWork WORK = Fixtures.sought("w", 1_000);

  @Test
  void findingsAreAsTheSchemaSays() throws Exception {
    JsonSchema schema = schema("finding");
    for (Finding finding : List.of(withText(), withoutText())) {
      assertEquals(Set.of(), schema.validate(json(finding), InputFormat.JSON));
    }
  }

  @Test
  void sketchesAndOtherEditionsAreAsTheSchemaSays() throws Exception {
    Finding.Evidence copy = new Resemblance(100, 128, 990, 1_000, "AAAA").evidence();
    Finding.Evidence other =
        new OtherEdition("w-2", List.of(new Span(0, 210), new Span(220, 400)), List.of())
            .evidence();
    String line = json(with(copy, other));
    assertEquals(Set.of(), schema("finding").validate(line, InputFormat.JSON));
    assertRefused("finding", line, json -> detail(json, 0).remove("editionShingles"));
    assertRefused("finding", line, json -> detail(json, 0).put("sketchValues", "many"));
    assertRefused("finding", line, json -> detail(json, 1).put("refWords", "0-210, 220-400"));
  }

  private static ObjectNode detail(ObjectNode finding, int evidence) {
    return (ObjectNode) finding.get("evidence").get(evidence).get("detail");
  }

  private static Finding with(Finding.Evidence... evidence) {
    Finding plain = withText();
    return new Finding(
        plain.document(),
        plain.reference(),
        plain.grade(),
        plain.extent(),
        plain.measures(),
        plain.passages(),
        List.of(evidence),
        plain.reasons());
  }

  @Test
  void theSchemaOfFindingsIsStrict() throws Exception {
    assertRefused("finding", json(withText()), line -> line.put("more", 1));
    assertRefused("finding", json(withText()), line -> line.remove("id"));
    assertRefused("finding", json(withText()), line -> line.put("grade", "certain"));
    assertRefused(
        "finding", json(withText()), line -> ((ObjectNode) line.get("document")).putNull("record"));
    assertRefused(
        "finding",
        json(withText()),
        line -> ((ObjectNode) line.get("measures")).put("identity", 2));
  }

  @Test
  void manifestsAreAsTheSchemaSays() throws Exception {
    String manifest = RunJson.pretty(manifest());
    assertEquals(Set.of(), schema("manifest").validate(manifest, InputFormat.JSON));
    assertEquals(manifest(), RunJson.read(manifest, Manifest.class));
    assertRefused("manifest", manifest, json -> json.put("status", "fine"));
    assertRefused("manifest", manifest, json -> json.put("more", 1));
    assertRefused("manifest", manifest, json -> json.put("format", "bookplate-run/2"));
  }

  @Test
  void manifestsAreWrittenForPeople() {
    String manifest = RunJson.pretty(manifest());
    assertEquals(
        "{\n  \"format\": \"bookplate-run/1\",\n  \"status\": \"complete\",\n",
        manifest.lines().limit(3).map(line -> line + "\n").reduce("", String::concat));
  }

  private static Manifest manifest() {
    RunTotals totals = new RunTotals(List.of(new InputFile("corpus", "f")));
    totals.add(UnreadLine.skipped(Fixtures.at("f", 0), "empty", false, null));
    WorkTallies works = new WorkTallies(List.of(WORK));
    return Manifests.of(
            new Merged(totals.counts(Map.of(), works, 0, null), totals.inputs(Map.of())))
        .withFiles(Map.of("works.csv", new Manifest.FileDigest(3, "0".repeat(64))));
  }

  private static Finding withText() {
    Passage plain = Fixtures.passage(0, 60, "a quote", "a licence", "a list");
    Passage edited =
        new Passage(
            plain.document(),
            plain.reference(),
            plain.documentWords(),
            60,
            59,
            40,
            0.98,
            plain.pieces(),
            plain.exactReference(),
            null,
            null,
            List.of("other"),
            new Passage.Quote(
                "a b", "a c", List.of(new Passage.Edit(new Span(2, 3), new Span(2, 3))), true));
    return Fixtures.finding(
        Fixtures.at("f", 0),
        WORK,
        Extent.QUOTATION,
        plain,
        edited,
        Fixtures.passage(1, 9, null, null, null));
  }

  private static Finding withoutText() {
    return new Finding(
        Fixtures.document(Fixtures.at("f", 0), "text"),
        new Finding.Reference(WORK.work(), null, "shelf", null),
        Grade.LEAD,
        null,
        null,
        List.of(),
        List.of(
            new Finding.Evidence(
                "identifier", false, List.of(new Finding.Evidence.Detail("isbn", "9780306406157"))),
            new Finding.Evidence("title", false, List.of())),
        List.of("identifier-only"));
  }

  /** As the merge leaves it, in its file. */
  private static String json(Finding finding) throws IOException {
    ObjectNode line = (ObjectNode) RunJson.tree(new FindingLines(QuotePolicy.DEFAULT).of(finding));
    ((ObjectNode) line.get("document")).put("inputSha256", "0".repeat(64));
    return RunJson.line(line);
  }

  private static void assertRefused(String schema, String json, Consumer<ObjectNode> change)
      throws IOException {
    ObjectNode changed = (ObjectNode) RunJson.read(json, JsonNode.class);
    change.accept(changed);
    Set<ValidationMessage> errors =
        schema(schema).validate(RunJson.line(changed), InputFormat.JSON);
    assertFalse(errors.isEmpty());
  }

  private static JsonSchema schema(String name) throws IOException {
    try (InputStream in = SchemaTest.class.getResourceAsStream("schema/" + name + ".schema.json")) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(in);
    }
  }
}
