package dev.bookplate.extract;

import static dev.bookplate.extract.ExtractionException.Reason.CORRUPT;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether a file is all there, for formats whose parsers make do with a part and give a shorter
 * text without a word.
 */
final class Endings {
  private static final int WHERE_PDF_ENDS = 2048;
  private static final int WHERE_PDF_SAYS_ITS_LENGTH = 2048;
  private static final Pattern LINEARIZED =
      Pattern.compile("/Linearized\\b[^>]*?/L\\s+(\\d{1,18})\\b");

  private static final Pattern BINARY = Pattern.compile("bin(\\d{1,9})(?: |(?!\\d))");

  private Endings() {}

  /** Throws for a file that is cut off. */
  static void check(Source source, FileKind kind) throws ExtractionException, IOException {
    boolean whole =
        switch (kind) {
          case PDF -> isWholePdf(source);
          case RTF -> isWholeRtf(source);
          case TXT, HTML, EPUB, HTMLZ, TXTZ, TEI, PML, DOCX, ODT, FB2, MOBI, PICTURE ->
              true; // checked by those who read them
        };
    if (!whole) {
      throw new ExtractionException(
          CORRUPT, kind.people() + " that is cut off: its end is missing; get the file anew");
    }
  }

  /** A PDF ends in a mark, and one for the web has another near its start, and says how long. */
  private static boolean isWholePdf(Source source) throws IOException {
    String end = new String(source.tail(WHERE_PDF_ENDS), StandardCharsets.ISO_8859_1);
    String start = new String(source.head(WHERE_PDF_SAYS_ITS_LENGTH), StandardCharsets.ISO_8859_1);
    Matcher linearized = LINEARIZED.matcher(start);
    long least = linearized.find() ? Long.parseLong(linearized.group(1)) : 0;
    return end.contains("%%EOF") && source.size() >= least;
  }

  /** The braces of an RTF close; those in binary data, whose length is said, do not count. */
  private static boolean isWholeRtf(Source source) throws IOException {
    try (InputStream in = new BufferedInputStream(source.open())) {
      long depth = 0;
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == '\\') {
          skipControl(in);
        } else if (c == '{') {
          depth++;
        } else if (c == '}' && --depth == 0) {
          return true;
        }
      }
      return false;
    }
  }

  private static void skipControl(InputStream in) throws IOException {
    in.mark(16);
    String word = new String(in.readNBytes(16), StandardCharsets.ISO_8859_1);
    in.reset();
    Matcher binary = BINARY.matcher(word);
    if (binary.lookingAt()) {
      in.skip(binary.end() + Long.parseLong(binary.group(1)));
    } else {
      in.read(); // an escaped brace, or the first letter of a control word
    }
  }
}
