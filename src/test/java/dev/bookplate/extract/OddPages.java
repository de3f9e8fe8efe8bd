package dev.bookplate.extract;

import java.util.Locale;
import java.util.Random;

/**
 * Pages made by chance, of what is usual and of what is wrong: for each seed one. Most of what a
 * page can hold that matters to its text is in the lists.
 */
final class OddPages {
  private static final String[] BLOCKS = {
    "p",
    "div",
    "p",
    "div",
    "ul",
    "ol",
    "li",
    "dl",
    "dt",
    "dd",
    "h1",
    "h2",
    "h3",
    "section",
    "nav",
    "article",
    "footer",
    "header",
    "aside",
    "main",
    "blockquote",
    "pre",
    "form",
    "fieldset",
    "figure",
    "figcaption",
    "center",
    "address",
    "details",
    "summary",
    "menu",
    "hgroup",
    "listing",
    "noscript",
    "search",
    "dir",
    "legend"
  };
  private static final String[] INLINE = {
    "span",
    "a",
    "a",
    "b",
    "i",
    "em",
    "strong",
    "font",
    "u",
    "small",
    "code",
    "label",
    "cite",
    "q",
    "button",
    "x-word",
    "v:shape",
    "abbr",
    "ruby",
    "rt",
    "rp",
    "rb",
    "rtc",
    "object",
    "tt",
    "big",
    "s",
    "strike",
    "sub",
    "time",
    "del",
    "bdi",
    "picture",
    "video",
    "epigraph",
    "marquee"
  };
  private static final String[] EMPTY = {
    "br", "img", "hr", "input", "wbr", "meta", "link", "area", "source", "br/", "img /", "base",
    "embed", "param", "track", "col", "frame", "keygen"
  };
  private static final String[] TABLE = {
    "table", "tr", "td", "th", "tbody", "thead", "tfoot", "caption", "colgroup", "col"
  };
  private static final String[] RARE = {
    "html",
    "head",
    "body",
    "title",
    "textarea",
    "select",
    "option",
    "optgroup",
    "svg",
    "path",
    "g",
    "desc",
    "foreignObject",
    "math",
    "mi",
    "template",
    "frameset",
    "plaintext",
    "xmp",
    "noframes",
    "noembed",
    "image",
    "iframe",
    "style",
    "script",
    "name",
    "description",
    "binary"
  };
  private static final String[] TEXTS = {
    "word",
    " ",
    "\n",
    " two words ",
    "a  b",
    "\t",
    "\r\n",
    "x\r",
    "\f",
    "1 < 2",
    "<",
    "</",
    "</>",
    "&amp;",
    "&lt;p&gt;",
    "&nbsp;",
    "&copy",
    "&copyx;",
    "&notit;",
    "&noti",
    "&#65;",
    "&#x41",
    "&#",
    "&#x;",
    "&#128;",
    "&#x9F;",
    "&#xD800;",
    "&#1114112;",
    "&#99999999999;",
    "&",
    "& ",
    "&&amp;",
    "&;",
    "&unknown;",
    "&frac12;",
    "&there4",
    "&sup1x",
    "&NotEqualTilde;",
    "&#13;&#10;",
    "\u00A0",
    "\u2014",
    "\uD83D\uDE00",
    "\u000B",
    "\u0001",
    "\u200B",
    "a-->b",
    "]]>",
    "\"q\"",
    "=",
    "&gt",
    "&AMP",
    "&Amp;",
    "&hearts;x",
    "end. ",
    " start",
    "<3",
    "< p>",
    "\u0085",
    "\uFEFF",
    "&#160;",
    "&#8203;",
    "&#x20;",
    "&amp;amp;",
    "&ampere;",
    "&#38;lt;"
  };
  private static final String[] ODD = {
    "<!-- c -->",
    "<!-->",
    "<!--->",
    "<!---->",
    "<!-- a -- b --!>",
    "<!--x--!-->",
    "<!--->x-->",
    "<!-- - - -> -->",
    "<!--!>x-->",
    "<!---!>y-->",
    "<!----!>",
    "<!--<p>-->",
    "<!-- <!-- -->",
    "<!-->x",
    "<!--a--\n>b-->",
    "<!doctype html>",
    "<!x>",
    "<!>",
    "<!-x>",
    "<?xml v='>' ?>",
    "<?>",
    "</ p>",
    "</3>",
    "</>",
    "<![CDATA[x]]>",
    "<![if IE]>",
    "<![endif]-->",
    "<p<b>",
    "<p/ >",
    "<a b='>'>",
    "<a b=\">\" c>",
    "<a b=c/>",
    "<a =b>",
    "<a \"b'>",
    "<a b = 'c' d>",
    "<a b=>",
    "<a b='x'c='y'>",
    "<a / b>",
    "<a/b/c>",
    "<a b=x&amp=y>",
    "<p\u00E9>",
    "<p\u0001>",
    "<div\n>",
    "<br></br>",
    "</br>",
    "</p>",
    "<P CLASS=x>",
    "</DIV >",
    "</div a='>'>",
    "</span/>",
    "<img/>",
    "<script>a<b</script>",
    "<script><!-- </p> --></script>",
    "<script><!-- x </script>",
    "<script><!--<script></script>--></script>",
    "<script><!--></script>",
    "<script/>x</script>",
    "<script>'</scr'+'ipt>'</script>",
    "<script>x</script foo='>'>",
    "<SCRIPT>x</sCript\n>",
    "<script>\"</div>\"</script>",
    "<script></scr</script>y</script>",
    "<script><!-- --><p></script>",
    "<script><!-- -- </a--> </script>--></script>",
    "<script><!-- <s </script>",
    "<script></script",
    "<style>p{}</style>",
    "<style><!-- </style> -->",
    "<iframe src=x><p></iframe>",
    "<textarea>\n a  <b</textarea>",
    "<textarea>x &amp; y</textarea>",
    "<textarea>a</textareax>",
    "<title>T &eacute; t</title>",
    "<title>a<b>c</title>",
    "<title>open",
    "<noscript><img src=x><p>n</noscript>",
    "<select><option>a<option selected>b</select>",
    "<select><optgroup label=x><option>a</option></optgroup><option>c</select>",
    "<select><option>a<p>b</select>",
    "<select><select>",
    "<select/>",
    "<select>x<input>y",
    "<svg viewBox='0 0 1 1'><path d='M0'/><title>t</title><g><circle></g></svg>",
    "<svg><style>a{}</style><text>s</text></svg>",
    "<svg/>",
    "<svg><path></svg>",
    "<svg><desc>d<p>e</desc></svg>",
    "<svg><a>l</a><p>out</svg>",
    "<svg></p></svg>",
    "<svg><use/>",
    "<svg><title>a</svg>",
    "<svg><g></div></g></svg>",
    "<svg><svg/></svg>",
    "<svg><script>x</script>",
    "<table><tr><td>a<td>b<tr><td>c</table>",
    "<table>x<tr><td>y</table>",
    "<table><caption>c<b>d</caption><col><col><thead><tr><th>h</thead><tbody><tr><td>1</table>",
    "<table><form><tr><td><input></form></table>",
    "<table><input type=hidden><tr></table>",
    "<table><td>a</th>b</table>",
    "<table><tr><td><table><tr><td>n</table>o</table>",
    "<table><tr></a></b><td></p>x</body>y</table>",
    "<table><script>s</script><style></style></table>",
    "<table></p><tr><td>z</table>",
    "<p><table><tr><td>in p</table>",
    "<table><div>f</table>",
    "<b>1<p>2</b>3</p>",
    "<a>1<div>2</a>3</div>",
    "<b><i>1<p>2</b>3</i>4",
    "<a href=x>1<a href=y>2</a>",
    "<b><cite>1<p>2</b>3</cite>4</p>5",
    "<b><x-y>1<div>2</b>3</x-y>",
    "<font><font><font><font>x</font>",
    "<form><div>a</form>b</div>c",
    "<form><span>a</form>b</span>c",
    "<form><form>",
    "</form>",
    "<button>a<p>b<button>c</button>d",
    "<p>a<button>b<p>c</button>d</p>",
    "<h1>a<h2>b</h1>c",
    "<h1><b>a<h2>b</h3>c",
    "<li>a<ul><li>b<div><li>c</ul>",
    "<dl><dt>a<dd>b<dt>c</dl>",
    "<ruby>a<rt>b<rp>(<rt>c</ruby>",
    "<pre>\n a\n  b </pre>",
    "<pre>\r\n a</pre>",
    "<pre>&#10;x",
    "<p>a<pre>b<p>c</pre>d",
    "</body>",
    "</html>",
    "</body></html>",
    "</head>",
    "<body class=x>",
    "<html lang=fr>",
    "<object><p>a</object>b",
    "<object></body></p>x</object>",
    "<applet>",
    "<meta name=author content='A &amp; B'>",
    "<meta name=author name=x content=C>",
    "<META NAME='Generator' CONTENT=\"W &copy=1\">",
    "<meta name=dc.title content=' D '>",
    "<meta name=date content=2001 content=2002>",
    "<meta content='x' name='copyright'/>",
    "<i><i><i><i>",
    "<u><s><b><i><em><p>x</u>y</p>",
    "<optgroup><option>a<option>b",
    "</template>",
    "</select>",
    "<nobr>a<nobr>b",
    "<nobr>a<p>b</nobr>c",
    "<menuitem>",
    "<plaintext>",
    "&#0;",
    "<input type=HIDDEN>",
    "<a href='&quot;&gt'>",
    "<a b='",
    "<p a=",
    "<p a= ",
    "<p a",
    "<p",
    "<!--",
    "<!doc",
    "</p ",
    "<title>",
    "<xmp><p></xmp>"
  };

  private final Random random;
  private final boolean usual;
  private final StringBuilder out = new StringBuilder();

  private OddPages(long seed) {
    random = new Random(seed);
    usual = random.nextInt(3) == 0;
  }

  /** The page of a seed. */
  static String page(long seed) {
    OddPages page = new OddPages(seed);
    page.head();
    page.body();
    return page.out.toString();
  }

  private String one(String[] list) {
    return list[random.nextInt(list.length)];
  }

  private boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  private void head() {
    out.append(
        one(
            new String[] {
              "<!DOCTYPE html>",
              "",
              "<!doctype html>\n",
              " \n<!-- x --><!DOCTYPE html>",
              "<!doctype>",
              "<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0//EN\" \"http://www.w3.org/x.dtd\">",
              "<!DOCTYPE HTML PUBLIC 'html'>",
              "<!DOCTYPE html SYSTEM foo>",
              "<!doctype svg>",
              "x",
              "<!DOCTYPE html SYSTEM 'about:legacy-compat' >",
              "<?xml version=\"1.0\"?>",
              "</p>"
            }));
    if (chance(80)) {
      out.append(
          one(new String[] {"<html>", "<html lang=en>", "<HTML xml:lang=de LANG='de &amp;'>"}));
    }
    if (chance(80)) {
      out.append("<head>");
      for (int i = random.nextInt(6); i > 0; i--) {
        out.append(
            one(
                new String[] {
                  "<title>The &amp; title\n of  it\u00A0</title>",
                  "<meta charset=utf-8>",
                  "\n",
                  " ",
                  "<meta name=\"author\" content=\"Ann\">",
                  "<link rel=x href=y>",
                  "<!-- h -->",
                  "<script>if (a < b && c) { d = '<p>'; }</script>",
                  "<style>p > a {}</style>",
                  "<script>\n<!--\nx--;\n//-->\n</script>",
                  "<base href=x>",
                  "<meta name=publisher content=P>",
                  "<noscript><link href=x><style></style></noscript>",
                  "<title></title>",
                  "<title>2</title>",
                  chance(90) ? "" : one(ODD),
                  chance(95) ? "" : "<noscript><img><p>",
                  "<meta name=dc.rights>"
                }));
      }
      out.append(chance(70) ? "</head>" : "").append(chance(20) ? one(TEXTS) : "");
    }
    out.append(chance(10) ? "<script>x</script><title>late</title> " : "");
    out.append(chance(70) ? "<body>" : "");
  }

  private void body() {
    int parts = 1 + random.nextInt(chance(5) ? 300 : 25);
    for (int i = 0; i < parts; i++) {
      if (usual) {
        usual(3);
      } else {
        hostile();
      }
    }
    out.append(chance(70) ? "</body>" : "").append(chance(20) ? one(TEXTS) : "");
    out.append(chance(60) ? "</html>\n" : "").append(chance(10) ? one(ODD) : "");
  }

  private void hostile() {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> out.append(one(TEXTS));
      case 3, 4 -> tag(one(chance(60) ? BLOCKS : INLINE));
      case 5 -> tag(one(INLINE));
      case 6 -> tag(one(chance(90) ? EMPTY : RARE));
      case 7 -> out.append("</").append(one(chance(50) ? BLOCKS : INLINE)).append('>');
      case 8 -> out.append(chance(40) ? one(ODD) : one(TEXTS));
      case 9 -> {
        if (chance(20)) {
          tag(one(TABLE));
        } else if (chance(20)) {
          out.append("</").append(one(chance(70) ? TABLE : RARE)).append('>');
        }
      }
      default -> usual(2);
    }
  }

  private void usual(int depth) {
    switch (random.nextInt(depth > 0 ? 10 : 3)) {
      case 0, 1 -> out.append("some words ");
      case 2 -> out.append(one(TEXTS).replace("<", ""));
      case 3, 4 -> element(one(BLOCKS), depth);
      case 5, 6 -> element(one(INLINE), depth);
      case 7 -> tag(one(new String[] {"br", "img", "input", "hr", "br/"}));
      case 8 -> table(depth);
      default ->
          out.append(
              one(
                  new String[] {
                    "<script>x</script>",
                    "<!-- c -->",
                    "<style>a</style>",
                    "<iframe></iframe>",
                    "\n",
                    "<svg><path d=x /></svg>",
                    "<select><option>o</option></select>",
                    "&nbsp;&copy;"
                  }));
    }
  }

  private void element(String name, int depth) {
    tag(name);
    for (int i = random.nextInt(4); i > 0; i--) {
      usual(depth - 1);
    }
    if (chance(92)) {
      out.append("</").append(name).append('>');
    }
  }

  private void table(int depth) {
    out.append("<table>");
    for (int row = random.nextInt(3); row > 0; row--) {
      out.append("\n<tr>");
      for (int cell = random.nextInt(3); cell > 0; cell--) {
        element(chance(80) ? "td" : "th", depth - 1);
      }
      out.append(chance(80) ? "</tr>" : " ");
    }
    out.append("</table>");
  }

  private void tag(String name) {
    out.append('<').append(chance(10) ? name.toUpperCase(Locale.ROOT) : name);
    while (chance(25)) {
      out.append(
          one(
              new String[] {
                " class=x", " id='a>b'", " href=\"?a=1&amp;b=2\"", " checked", "\n title = t",
                    " a=b/",
                " data-x='\"'", " Class=\"y\"", "/", " =", " '", " on<x"
              }));
    }
    out.append('>');
  }
}
