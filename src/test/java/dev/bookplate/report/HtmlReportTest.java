package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.Manifest;
import dev.bookplate.evidence.RunReader;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;

class HtmlReportTest {
  @TempDir Path folder;

  @Test
  void hostileTextIsShownAndNeverActs() throws Exception {
    Page page = Page.of(HostileRun.make().in(folder));

    assertFalse(page.source().contains("<script>alert"));
    assertFalse(page.source().contains("<img"));
    assertTrue(page.html().text().contains("<script>alert(1)</script>\"'><img src="));
    assertTrue(page.html().text().contains("\\u{202E}gnp.exe"));
    assertEquals(1, page.html().select("script").size());
    assertEquals(1, page.html().select("style").size());
    assertEquals(0, page.html().select("img, iframe, object, embed, link, base, form").size());
    // an HTML parser and an XML parser see the same elements: nothing closed another's element
    assertEquals(page.html().select("*").size() - 1, page.elements().size());
  }

  @Test
  void noControlBidiOrInvisibleCharacterIsWritten() throws Exception {
    Page page = Page.of(HostileRun.make().in(folder));
    int[] hidden =
        page.source()
            .codePoints()
            .filter(c -> c != '\n' && c != '\t')
            .filter(
                c ->
                    Character.getType(c) == Character.CONTROL
                        || Character.getType(c) == Character.FORMAT
                        || c == 0x2028
                        || c == 0xFFFF)
            .toArray();
    assertEquals(0, hidden.length);
  }

  @Test
  void refersToNothingOutsideItself() throws Exception {
    Page page = Page.of(HostileRun.make().in(folder));
    for (Element element : page.elements()) {
      NamedNodeMap attributes = element.getAttributes();
      for (int i = 0; i < attributes.getLength(); i++) {
        String name = attributes.item(i).getNodeName();
        assertFalse(name.startsWith("on") || name.equals("src") || name.equals("style"), name);
        assertTrue(!name.equals("href") || attributes.item(i).getNodeValue().startsWith("#"));
      }
    }
    String style = page.html().select("style").first().data();
    assertFalse(style.contains("url(") || style.contains("@import"));
  }

  @Test
  void everyLinkHasItsPlace() throws Exception {
    Page page = Page.of(SampleFindings.run(40, 7, true).in(folder));
    Set<String> places =
        page.html().select("[id]").stream().map(e -> e.id()).collect(Collectors.toSet());
    assertEquals(places.size(), page.html().select("[id]").size(), "an id stands twice");
    page.html()
        .select("a[href]")
        .forEach(link -> assertTrue(places.contains(link.attr("href").substring(1))));
  }

  @Test
  void policyAllowsOnlyTheCodeOfThePage() throws Exception {
    Page page = Page.of(SampleFindings.run(5, 2, true).in(folder));
    String policy = page.html().select("meta[http-equiv]").attr("content");
    assertTrue(policy.startsWith("default-src 'none'"));
    for (String name : List.of("style", "script")) {
      String code = page.html().select(name).first().data();
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(code.getBytes(StandardCharsets.UTF_8));
      String hash = "sha256-" + Base64.getEncoder().encodeToString(digest);
      assertTrue(policy.contains(name + "-src '" + hash + "'"), name);
      try (InputStream in = HtmlReport.class.getResourceAsStream("report." + extension(name))) {
        assertEquals(new String(in.readAllBytes(), StandardCharsets.UTF_8), code);
      }
    }
  }

  private static String extension(String element) {
    return element.equals("style") ? "css" : "js";
  }

  @Test
  void sameRunGivesSameBytes() throws Exception {
    SampleRun run = SampleFindings.run(50, 6, true);
    assertEquals(
        Page.of(run.in(folder.resolve("a"))).source(),
        Page.of(run.in(folder.resolve("b"))).source());
  }

  @Test
  void timeStandsInOnePlaceOnly() throws Exception {
    Page page = Page.of(SampleFindings.run(5, 2, true).in(folder));
    String until = page.source().substring(0, page.source().indexOf("When and where"));
    assertFalse(until.contains("2026-05-04") || until.contains("audit-01"));
    assertTrue(page.source().contains("2026-05-04T09:12:44Z"));
  }

  @Test
  void figuresAreThoseOfTheRun() throws Exception {
    SampleRun run = SampleFindings.run(50, 6, true);
    Page page = Page.of(run.in(folder));
    Manifest.Counts counts = run.manifest().counts();
    assertAll(
        () -> assertEquals(Figures.count(counts.worksFound()), page.figure("Works found")),
        () -> assertEquals(grade(run, "strong"), page.figure("Strong")),
        () -> assertEquals(grade(run, "moderate"), page.figure("Moderate")),
        () -> assertEquals(grade(run, "lead"), page.figure("Lead")),
        () -> assertEquals(Figures.count(run.copies().size()), page.figure("Copies")),
        () -> assertEquals("12,345", page.figure("Documents searched")),
        () ->
            assertEquals(
                "12,348 records seen = 12,345 searched + 2 skipped (1 empty, 1 no-text-field) + 1"
                    + " failed",
                page.html().select(".sum").text()));
  }

  private static String grade(SampleRun run, String grade) {
    return Figures.count(run.findings().stream().filter(f -> f.grade().equals(grade)).count());
  }

  @Test
  void everyWorkAndEveryFindingIsThere() throws Exception {
    SampleRun run = SampleFindings.run(50, 6, true);
    Page page = Page.of(run.in(folder));
    assertEquals(
        run.works().stream().map(w -> w.title()).sorted().toList(),
        page.html().select("#works td cite").eachText().stream().sorted().toList());
    for (FindingLine finding : run.findings()) {
      String text = page.html().getElementById("f-" + finding.id()).text();
      assertTrue(text.contains("record " + finding.document().record()));
      assertTrue(text.contains(finding.document().textSha256()));
      assertTrue(text.contains(Figures.count(finding.measures().exactWords())));
    }
  }

  @Test
  void bothSidesAreQuotedInFullWithTheirDifferences() throws Exception {
    SampleRun run = SampleFindings.run(5, 2, true);
    Page page = Page.of(run.in(folder));
    for (FindingLine finding : run.findings()) {
      var article = page.html().getElementById("f-" + finding.id());
      List<String> quotes = article.select("blockquote").eachText();
      for (int i = 0; i < finding.passages().size(); i++) {
        assertEquals(finding.passages().get(i).quote(), quotes.get(2 * i));
        assertEquals(finding.passages().get(i).refQuote(), quotes.get(2 * i + 1));
      }
      long added =
          finding.passages().stream()
              .flatMap(p -> p.edits().stream())
              .filter(e -> e.quoteEnd() > e.quoteStart())
              .count();
      assertEquals(added, article.select("ins").size());
    }
  }

  @Test
  void limitsAreAlwaysStated() throws Exception {
    String limits =
        Page.of(SampleFindings.run(0, 1, true).in(folder)).html().select("#limits").text();
    for (String limit :
        List.of(
            "A match is not an infringement.",
            "Presence in a catalogue is not presence in the corpus.",
            "Presence in the corpus is not training.",
            "A reference edition is not the deposit copy.",
            "An estimate is not a finding.",
            "Not found does not mean not there.",
            "What was not read was not searched.")) {
      assertTrue(limits.contains(limit), limit);
    }
  }

  @Test
  void aRunWithoutQuotesIsRenderedWithoutText() throws Exception {
    Page page = Page.of(SampleFindings.run(5, 2, false).in(folder));
    assertEquals(0, page.html().select("blockquote").size());
    assertTrue(page.html().text().contains("This run holds no text of the corpus"));
    assertTrue(page.html().text().contains("The run holds no text of this passage."));
  }

  @Test
  void aRunThatReadNothingLooksFailed() throws Exception {
    SampleRun run = SampleFindings.of(List.of(), 3, List.of(SampleFindings.failed()));
    Manifest failed =
        SampleRun.manifest(
            Manifest.Status.FAILED, "training-set", run.findings(), run.works(), run.unread(), 0);
    Page page = Page.of(run.with(failed).in(folder));
    assertTrue(page.html().select(".status.failed strong").text().equals("Failed"));
    assertTrue(page.html().title().contains("failed"));
    assertEquals("\u2013", page.figure("Works found"));
    assertFalse(page.html().text().contains("No match was found"));
    assertTrue(page.html().text().contains("the archive ends in the middle of this member"));
  }

  @Test
  void aRunThatWasStoppedLooksIncomplete() throws Exception {
    SampleRun run = SampleFindings.run(5, 2, true);
    Manifest stopped =
        SampleRun.manifest(
            Manifest.Status.INCOMPLETE,
            "training-set",
            run.findings(),
            run.works(),
            run.unread(),
            900);
    Page page = Page.of(run.with(stopped).in(folder));
    assertEquals("Incomplete", page.html().select(".status.incomplete strong").text());
    assertTrue(page.html().text().contains("Stopped by the user after shard 3 of 8."));
  }

  @Test
  void fiveThousandFindingsAreAllOnThePage() throws Exception {
    SampleRun run = SampleFindings.run(5_000, 60, true);
    Page page = Page.of(run.in(folder));
    Set<String> shown = new HashSet<>(page.html().select("#further td:last-child").eachText());
    assertEquals(3_000, shown.size());
    page.html().select("details.finding").forEach(e -> shown.add(e.id().substring(2)));
    assertEquals(run.findings().stream().map(FindingLine::id).collect(Collectors.toSet()), shown);
    assertEquals(0, page.html().select("details.finding[data-grade=lead]").size());
    assertTrue(page.source().length() < 20_000_000, "bytes: " + page.source().length());
  }

  @Test
  void whatIsLeftOutIsCountedAndPlaced() throws Exception {
    SampleRun few = SampleFindings.run(1, 1, false);
    FindingLine one = few.findings().get(0);
    List<FindingLine> many = java.util.Collections.nCopies(10_030, one);
    SampleRun run = SampleFindings.of(many, 1, few.unread());
    RunReader reader = run.in(folder);
    String text = Page.of(reader).html().text();
    assertTrue(text.contains("30 more findings are not on this page: see findings.jsonl"));
    assertTrue(text.contains("9,030 more copies are not on this page: see copies.csv"));
  }
}
