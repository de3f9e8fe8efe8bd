package dev.bookplate.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTest {
  private final StringWriter out = new StringWriter();
  private final Html html;

  HtmlTest() throws IOException {
    html = new Html(out);
    out.getBuffer().setLength(0);
  }

  @Test
  void escapesTextAndAttributes() throws IOException {
    html.start("b").with("title", "a\"b<c>'&").text("a\"b<c>'&").end();
    String escaped = "a&quot;b&lt;c&gt;&#39;&amp;";
    assertEquals("<b title=\"" + escaped + "\">" + escaped + "</b>", out.toString());
  }

  @Test
  void showsWhatWouldHideByNumber() throws IOException {
    html.start("b").text("a\u202Eb").end();
    assertEquals("<b>a<span class=\"esc\">\\u{202E}</span>b</b>", out.toString());
  }

  @Test
  void isolatesWhatMayRunFromRightToLeft() throws IOException {
    html.start("b").foreign("\u05D0").foreign("plain").end();
    assertEquals("<b><bdi>\u05D0</bdi>plain</b>", out.toString());
  }

  @ParameterizedTest
  @ValueSource(strings = {"onclick", "ONLOAD", "src", "href", "style", "a b", "a>", "x=1", ""})
  void refusesAttributesThatCouldActOrAreNoNames(String name) throws IOException {
    html.start("b");
    assertThrows(IllegalArgumentException.class, () -> html.with(name, "x"));
  }

  @Test
  void refusesAnElementThatIsNoName() {
    assertThrows(IllegalArgumentException.class, () -> html.start("b><script"));
  }

  @Test
  void refusesCodeThatHoldsMarkup() {
    assertThrows(IllegalArgumentException.class, () -> html.code("script", "</script>"));
  }

  @Test
  void refusesAPageWithOpenElements() throws IOException {
    html.start("b");
    assertThrows(IllegalStateException.class, html::finish);
  }
}
