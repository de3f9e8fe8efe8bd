package dev.bookplate.extract;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.extract.page.Uncertain;
import java.io.IOException;
import java.nio.charset.Charset;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;

class QuickPageTest {
  private static WebPage ofTree(String page) {
    return WebPage.ofTree(Jsoup.parse(page), WebPage.Part.ALL);
  }

  /** Whether it was read without a tree; fails where that makes a difference. */
  private static boolean isQuick(String page) {
    WebPage quick;
    try {
      quick = WebPage.quick(page);
    } catch (Uncertain e) {
      return false;
    }
    assertEquals(ofTree(page), quick, page);
    return true;
  }

  @Test
  void givesWhatTheTreeGives() {
    int quick = 0;
    int pages = 15_000;
    for (long seed = 0; seed < pages; seed++) {
      quick += isQuick(OddPages.page(seed)) ? 1 : 0;
    }
    assertTrue(quick > pages * 0.7, quick + " of " + pages);
  }

  @Test
  void givesItWhereverAPageIsCutOff() {
    for (long seed = 0; seed < 25; seed++) {
      String page = OddPages.page(seed);
      for (int end = 0; end < Math.min(page.length(), 400); end++) {
        isQuick(page.substring(0, end));
      }
    }
  }

  @Test
  void whatIsCommonOnPagesNeedsNoTree() {
    assertTrue(
        isQuick(
            """
            <!DOCTYPE html>
            <html lang="en"><head><meta charset="utf-8"><title>Tea &amp; toast</title>
            <meta name="author" content="A. Writer"><meta name="generator" content="Hand 1.0">
            <style>p > a { color: red }</style><script>if (a < b) { c = "</p>"; }</script>
            <script><!--
            d--;
            //--></script><noscript><img src="x?a=1&b=2"></noscript></head>
            <body class=home><!--[if IE]><p>old</p><![endif]--><nav><ul><li><a href=/>Home</a>
            <li>Two</ul></nav><form action=s><input type=hidden><input name=q><select>
            <option selected>One<option>Two</select><textarea>Write</textarea>
            <button>Go <svg viewBox="0 0 9 9"><title>arrow</title><path d="M0"/></svg></button></form>
            <p>One <b>bold<p>two</b> plain<br/>line<table><caption>c</caption>
            <tr><td>1<td>2<tr><td><table><tr><td>3</table></table>
            <iframe src=y></iframe><noscript><p>no script</noscript><pre>
             kept  blanks</pre><dl><dt>t<dd>d</dl>\u00A0&copy; 2020 &mdash; end</body></html>
            """));
  }

  @Test
  void whatIsNotFollowedGoesToTheTree() {
    for (String page :
        List.of(
            "<table>x<tr><td>y</table>",
            "<svg><foreignObject><p>x</svg>",
            "<template>x</template>",
            "<frameset>",
            "<plaintext>x",
            "<![CDATA[x]]>",
            "a\0b",
            "a\uFFFFb",
            "&#0;",
            "<title>a<b>c</title>",
            "<p\u00E9>",
            "<div>".repeat(300),
            "<b>".repeat(20) + "x",
            "&#" + "0".repeat(2000) + "65;",
            "<p " + "a=b ".repeat(600) + ">x")) {
      assertFalse(isQuick(page), page);
      assertEquals(ofTree(page), of(page.getBytes(UTF_8), UTF_8), page);
    }
  }

  @Test
  void characterSetsAndByteOrderMarksAreThoseOfTheTree() {
    String page = "<html lang=de><title>\u00C4rger</title><p>\u201Eja\u201C<p>na \u00FC";
    WebPage expected = ofTree(page);
    assertEquals(expected, of(page.getBytes(UTF_8), UTF_8));
    assertEquals(expected, of(("\uFEFF" + page).getBytes(UTF_8), Charset.forName("windows-1252")));
    assertEquals(expected, of(("\uFEFF" + page).getBytes(UTF_16LE), UTF_8));
    assertEquals(
        expected,
        of(page.getBytes(Charset.forName("windows-1252")), Charset.forName("windows-1252")));
    String wide = "\uFF41 <b>x";
    assertEquals(ofTree(wide), of(wide.getBytes(UTF_8), UTF_8));
    byte[] broken = {'a', (byte) 0xC3, '<', 'p', '>', (byte) 0xFF, 'b'};
    assertEquals(ofTree("a\uFFFD<p>\uFFFDb"), of(broken, UTF_8));
  }

  private static WebPage of(byte[] bytes, Charset charset) {
    try {
      return WebPage.of(bytes, charset, new PlainText(null), WebPage.Part.ALL);
    } catch (ExtractionException | IOException e) {
      throw new AssertionError(e);
    }
  }
}
