package dev.bookplate.extract;

import dev.bookplate.extract.page.Lines;
import java.nio.charset.Charset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Palm Markup Language, of eReader's books: text with commands of a backslash, a letter and perhaps
 * a value. Tika and calibre's zip form (PMLZ) give it with the commands in it, in the middle of
 * words.
 *
 * @see <a href="http://www.ereader.com/ereader/help/dropbook/pml.htm">its commands</a>
 */
final class PalmMarkup {
  private static final Charset CHARACTERS = Charset.forName("windows-1252");

  /** Commands, longest first: with a number of a character, with a value, with a level, others. */
  private static final Pattern COMMAND =
      Pattern.compile(
          "\\\\(?:a(?<code>[01]\\d\\d|2[0-4]\\d|25[0-5])|U(?<hex>[0-9A-Fa-f]{4})|(?<name>[A-Z][0-4pbnd]?|[mqTw])=\"[^\"\\n"
              + "]*\"|(?<pair>X[0-4]|F[nd]?|S[pbd]|[a-zA-Z])|(?<sign>[-\\\\]))");

  private static final Pattern STATEMENT = Pattern.compile("(\\w+)=\"([^\"]*)\"");
  private static final int LONGEST_TITLE = 80;

  private final MarkedText marked = new MarkedText();
  private final Lines lines = new Lines(marked.out());
  private final StringBuilder unseen = new StringBuilder();
  private boolean isUnseen;
  private int titleFrom = -1;
  private int chapters;

  private PalmMarkup() {}

  /** The text of a file, its chapters as places. */
  static Extracted of(String file) {
    PalmMarkup book = new PalmMarkup();
    book.read(file);
    return new Extracted(
        book.marked.text(),
        Extractor.OURS + FileKind.PML.label(),
        FileKind.PML.label(),
        book.metadata(),
        book.marked.places(),
        List.of());
  }

  private void read(String file) {
    Matcher command = COMMAND.matcher(file);
    int from = 0;
    while (command.find()) {
      text(file.substring(from, command.start()));
      obey(command);
      from = command.end();
    }
    text(file.substring(from));
    lines.breakLine();
  }

  private void obey(Matcher command) {
    if (command.group("code") != null) {
      byte unit = (byte) Integer.parseInt(command.group("code"));
      text(new String(new byte[] {unit}, CHARACTERS));
    } else if (command.group("hex") != null) {
      text(String.valueOf((char) Integer.parseInt(command.group("hex"), 16)));
    } else if (command.group("sign") != null) {
      text(command.group("sign").equals("\\") ? "\\" : ""); // the other is a soft hyphen
    } else if (command.group("pair") != null) {
      switch (command.group("pair").charAt(0)) {
        case 'v' -> isUnseen = !isUnseen;
        case 'x', 'X' -> chapter();
        case 'p', 'c', 'r' -> lines.breakLine();
        default -> {
          // how it looks
        }
      }
    }
  }

  /** Before its title, and behind it. */
  private void chapter() {
    StringBuilder out = marked.out();
    if (titleFrom < 0) {
      lines.breakLine();
      titleFrom = out.length();
      return;
    }
    String title = out.substring(Math.min(titleFrom, out.length())).strip().replaceAll("\\s+", " ");
    String said = title.isEmpty() || title.length() > LONGEST_TITLE ? "" : " (" + title + ")";
    chapters++;
    marked.markAt(Math.min(titleFrom, out.length()), "chapter " + chapters + said);
    titleFrom = -1;
    lines.breakLine();
  }

  private void text(String text) {
    if (isUnseen) {
      unseen.append(text);
      return;
    }
    char[] units = text.toCharArray();
    int from = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', from)) {
      lines.text(units, from, end);
      lines.breakLine();
      from = end + 1;
    }
    lines.text(units, from, units.length);
  }

  /** What makers of such books write into text that is not shown: {@code TITLE="…"}. */
  private Extracted.Metadata metadata() {
    Map<String, String> said = new HashMap<>();
    Matcher statement = STATEMENT.matcher(unseen);
    while (statement.find()) {
      said.putIfAbsent(statement.group(1).toUpperCase(Locale.ROOT), statement.group(2).strip());
    }
    said.values().removeIf(String::isBlank);
    String author = said.get("AUTHOR");
    String isbn = said.getOrDefault("EISBN", said.get("ISBN"));
    return new Extracted.Metadata(
        said.get("TITLE"),
        author == null ? List.of() : List.of(author),
        isbn == null ? List.of() : List.of(isbn),
        null,
        said.get("PUBLISHER"),
        null,
        said.get("COPYRIGHT"));
  }
}
