package dev.bookplate.extract;

import java.util.Locale;
import java.util.Random;

/**
 * Pages made by chance, of what is usual and of what is wrong, out of {@link OddMarkup}: for each
 * seed one.
 */
final class OddPages {
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
                  chance(90) ? "" : one(OddMarkup.ODD),
                  chance(95) ? "" : "<noscript><img><p>",
                  "<meta name=dc.rights>"
                }));
      }
      out.append(chance(70) ? "</head>" : "").append(chance(20) ? one(OddMarkup.TEXTS) : "");
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
    out.append(chance(70) ? "</body>" : "").append(chance(20) ? one(OddMarkup.TEXTS) : "");
    out.append(chance(60) ? "</html>\n" : "").append(chance(10) ? one(OddMarkup.ODD) : "");
  }

  private void hostile() {
    switch (random.nextInt(12)) {
      case 0, 1, 2 -> out.append(one(OddMarkup.TEXTS));
      case 3, 4 -> tag(one(chance(60) ? OddMarkup.BLOCKS : OddMarkup.INLINE));
      case 5 -> tag(one(OddMarkup.INLINE));
      case 6 -> tag(one(chance(90) ? OddMarkup.EMPTY : OddMarkup.RARE));
      case 7 ->
          out.append("</")
              .append(one(chance(50) ? OddMarkup.BLOCKS : OddMarkup.INLINE))
              .append('>');
      case 8 -> out.append(chance(40) ? one(OddMarkup.ODD) : one(OddMarkup.TEXTS));
      case 9 -> {
        if (chance(20)) {
          tag(one(OddMarkup.TABLE));
        } else if (chance(20)) {
          out.append("</").append(one(chance(70) ? OddMarkup.TABLE : OddMarkup.RARE)).append('>');
        }
      }
      default -> usual(2);
    }
  }

  private void usual(int depth) {
    switch (random.nextInt(depth > 0 ? 10 : 3)) {
      case 0, 1 -> out.append("some words ");
      case 2 -> out.append(one(OddMarkup.TEXTS).replace("<", ""));
      case 3, 4 -> element(one(OddMarkup.BLOCKS), depth);
      case 5, 6 -> element(one(OddMarkup.INLINE), depth);
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
