package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.evidence.FindingLine;
import dev.bookplate.evidence.RunReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FindingLookupTest {
  @TempDir Path folder;
  private final SampleRun sample = SampleFindings.run(200, 3, false);
  private RunReader run;

  @BeforeEach
  void write() throws IOException {
    run = sample.in(folder);
  }

  @Test
  void findsByIdAndByItsStart() throws IOException {
    FindingLine wanted = sample.findings().get(150);
    assertEquals(wanted, found(wanted.id()));
    assertEquals(wanted, found(wanted.id().substring(0, 12).toUpperCase(Locale.ROOT)));
  }

  private FindingLine found(String prefix) throws IOException {
    return assertInstanceOf(FindingLookup.Found.class, FindingLookup.find(run, prefix)).finding();
  }

  @Test
  void namesTheCandidatesOfAnAmbiguousStart() throws IOException {
    String first = sample.findings().get(0).id().substring(0, 1);
    long starting = sample.findings().stream().filter(f -> f.id().startsWith(first)).count();
    var ambiguous = assertInstanceOf(FindingLookup.Ambiguous.class, FindingLookup.find(run, first));
    assertEquals(starting, ambiguous.total());
    assertTrue(ambiguous.candidates().size() <= FindingLookup.CANDIDATES);
    assertTrue(ambiguous.message().startsWith(starting + " findings have ids that start with"));
    assertTrue(ambiguous.message().contains(sample.findings().get(0).id()));
  }

  @Test
  void saysWhereIdsStandIfThereIsNone() throws IOException {
    for (String prefix : new String[] {"zz\u001B[2J", ""}) {
      var none = assertInstanceOf(FindingLookup.None.class, FindingLookup.find(run, prefix));
      assertTrue(none.message().contains("findings.csv"));
      assertTrue(none.message().indexOf('\u001B') < 0);
    }
  }
}
