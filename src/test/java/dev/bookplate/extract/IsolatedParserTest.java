package dev.bookplate.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.bookplate.extract.ExtractionException.Reason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class IsolatedParserTest {
  private static final IsolatedParser PARSER =
      parser(new ParseLimits(Duration.ofSeconds(60), 32 << 20));

  private static IsolatedParser parser(ParseLimits limits) {
    return new IsolatedParser(UnrulyChild.class.getName(), limits, 1000);
  }

  private static String parsed(String order) throws ExtractionException, IOException {
    return parsed(PARSER, order);
  }

  private static String parsed(IsolatedParser parser, String order)
      throws ExtractionException, IOException {
    Source source = new Source.OfBytes(order.getBytes(StandardCharsets.UTF_8));
    return parser.parse(source, FileKind.PDF).text();
  }

  private static String refused(IsolatedParser parser, String order) {
    ExtractionException e =
        assertThrows(ExtractionException.class, () -> parsed(parser, order), order);
    assertEquals(Reason.CORRUPT, e.reason());
    return e.getMessage();
  }

  @Test
  void aParserThatTakesItsProcessDownTakesNothingElse() throws Exception {
    String down =
        "a PDF that took its parser down, which had 32 MB of memory; raise --parse-memory, or get"
            + " the file anew";
    for (String order : new String[] {"exit", "fill the memory"}) {
      assertEquals("before", parsed("before"));
      assertEquals(down, refused(PARSER, order), order);
      assertEquals("after", parsed("after"));
    }
  }

  @Test
  void aParserThatFailsCanStillParse() throws Exception {
    assertEquals("a PDF whose parts are nested too deeply to parse", refused(PARSER, "recurse"));
    assertEquals(
        "a PDF that cannot be read (java.lang.IllegalStateException: a bug)",
        refused(PARSER, "fail"));
    assertEquals("after", parsed("after"));
  }

  @Test
  void aParserThatDoesNotEndIsStopped() throws Exception {
    IsolatedParser hasty = parser(new ParseLimits(Duration.ofSeconds(2), 33 << 20));
    assertEquals(
        "a PDF that is not parsed within 2 s; raise --parse-timeout, or get the file anew",
        refused(hasty, "loop"));
    assertEquals("after", parsed("after"));
  }

  /** What earlier files left behind is not held against this one. */
  @Test
  void aFileOnWhichAUsedProcessFailsIsTriedInANewOne() throws Exception {
    IsolatedParser own = parser(new ParseLimits(Duration.ofSeconds(60), 34 << 20));
    assertEquals("before", parsed(own, "before"));
    assertEquals("exit unless first", parsed(own, "exit unless first"));
  }
}
