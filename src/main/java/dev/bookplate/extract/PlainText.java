package dev.bookplate.extract;

import dev.bookplate.extract.ExtractionException.Reason;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import org.apache.tika.parser.txt.CharsetDetector;
import org.apache.tika.parser.txt.CharsetMatch;

/**
 * Plain text in whatever character set: by its byte order mark, else by escape sequences, else
 * UTF-8 where it is valid, else what the user said, else what statistics say.
 */
final class PlainText {
  private static final Charset USUAL = Charset.forName("windows-1252");
  private static final int SAMPLE = 1 << 16;
  private static final int LEAST_CONFIDENCE = 25;

  /** With fewer bytes outside ASCII, statistics guess and say that they are sure. */
  private static final int FEWEST_TELLING_BYTES = 8;

  private final Charset named;

  /**
   * A reader of plain text.
   *
   * @param charset what the user says that text is in which is not UTF-8, or null to have it
   *     detected
   */
  PlainText(String charset) {
    named = charset == null ? null : Charset.forName(charset);
  }

  /**
   * The text of a file without its byte order mark, its lines ended by {@code \n}: so a passage has
   * the same offsets in copies of a file that differ only in that. Bytes that do not fit become
   * U+FFFD.
   *
   * @throws ExtractionException as {@link #charset}
   */
  String decode(byte[] bytes) throws ExtractionException {
    Charset charset = charset(bytes);
    String text = new String(bytes, charset);
    String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
    return unmarked.indexOf('\r') < 0
        ? unmarked
        : unmarked.replace("\r\n", "\n").replace('\r', '\n');
  }

  /**
   * The character set of a text.
   *
   * @throws ExtractionException for UTF-8 with a few bad bytes, unless the user named a character
   *     set: taken for another one, all of the text would be garbled without a word
   */
  Charset charset(byte[] bytes) throws ExtractionException {
    Charset known = markedCharset(bytes) == null ? namedWide(bytes) : markedCharset(bytes);
    if (known != null) {
      return known;
    }
    Utf8Survey survey = Utf8Survey.of(bytes);
    if (survey.isValid()) {
      Charset escaped = survey.multiByte() == 0 ? EscapedText.charset(bytes) : null;
      return escaped == null ? StandardCharsets.UTF_8 : escaped;
    }
    if (named != null) {
      return named;
    }
    if (survey.isDamaged()) {
      throw new ExtractionException(
          Reason.CORRUPT,
          "invalid UTF-8 at byte "
              + survey.firstInvalid()
              + ", in a file that is UTF-8 otherwise; name its character set with --charset to have"
              + " it read all the same");
    }
    return detected(bytes);
  }

  /** Whether the first bytes of a file are those of a text, in any character set. */
  boolean looksLikeText(byte[] head) {
    if (markedCharset(head) != null) {
      return true;
    }
    Charset wide = namedWide(head);
    return wide == null ? looksLikeBytesOfText(head) : looksLikeText(new String(head, wide));
  }

  private static boolean looksLikeText(String text) {
    long odd = text.chars().filter(c -> c == 0xFFFD || (c < ' ' && !isLayout((byte) c))).count();
    // one: a character may be cut where the head ends
    return text.indexOf(0) < 0 && odd <= Math.max(1, text.length() / 200);
  }

  private static boolean looksLikeBytesOfText(byte[] head) {
    int controls = 0;
    for (byte b : head) {
      if (b == 0) {
        return false;
      }
      controls += b >= 0 && b < ' ' && !isLayout(b) ? 1 : 0;
    }
    return controls * 200L <= head.length;
  }

  /** The start of a text, good enough to look for markup in. */
  String headOf(byte[] head) {
    Charset marked = markedCharset(head) == null ? namedWide(head) : markedCharset(head);
    String text = new String(head, marked == null ? StandardCharsets.ISO_8859_1 : marked);
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  /** Tabs, line ends, form feeds, the end mark of DOS, and the escape that begins ISO-2022-JP. */
  private static boolean isLayout(byte b) {
    return (b >= '\t' && b <= '\r') || b == 0x1A || b == 0x1B;
  }

  private static Charset markedCharset(byte[] b) {
    if (b.length >= 3 && b[0] == (byte) 0xEF && b[1] == (byte) 0xBB && b[2] == (byte) 0xBF) {
      return StandardCharsets.UTF_8;
    }
    if (b.length < 2) {
      return null;
    }
    if (b[0] == (byte) 0xFF && b[1] == (byte) 0xFE) {
      boolean wide = b.length >= 4 && b[2] == 0 && b[3] == 0;
      return wide ? Charset.forName("UTF-32LE") : StandardCharsets.UTF_16LE;
    }
    return b[0] == (byte) 0xFE && b[1] == (byte) 0xFF ? StandardCharsets.UTF_16BE : null;
  }

  /**
   * The named UTF-16 or UTF-32, for bytes that hold zeros, as these do: to UTF-8, zeros are valid.
   */
  private Charset namedWide(byte[] bytes) {
    boolean wide =
        named != null && (named.name().contains("UTF-16") || named.name().contains("UTF-32"));
    return wide && hasZero(bytes) ? named : null;
  }

  private static boolean hasZero(byte[] bytes) {
    for (byte b : bytes) {
      if (b == 0) {
        return true;
      }
    }
    return false;
  }

  private static Charset detected(byte[] bytes) {
    byte[] sample = sample(bytes);
    if (outsideAscii(sample) < FEWEST_TELLING_BYTES) {
      return USUAL;
    }
    CharsetMatch match = new CharsetDetector().setText(sample).detect();
    if (match == null || match.getConfidence() < LEAST_CONFIDENCE) {
      return USUAL;
    }
    try {
      // logical Hebrew has a name of its own that Java does not know
      return superset(Charset.forName(match.getName().replace("8859-8-I", "8859-8")));
    } catch (UnsupportedCharsetException e) {
      return USUAL;
    }
  }

  private static int outsideAscii(byte[] bytes) {
    int count = 0;
    for (byte b : bytes) {
      count += b < 0 || b == 0x1B ? 1 : 0;
    }
    return count;
  }

  /** What files really hold that are said to be in a smaller set: the Windows sets include them. */
  private static Charset superset(Charset detected) {
    return switch (detected.name()) {
      case "ISO-8859-1", "US-ASCII", "UTF-8" -> USUAL;
      case "ISO-8859-8" -> Charset.forName("windows-1255");
      case "ISO-8859-9" -> Charset.forName("windows-1254");
      case "Shift_JIS" -> Charset.forName("windows-31j");
      case "GB2312" -> Charset.forName("GB18030");
      default -> detected;
    };
  }

  /** The lines with bytes outside ASCII: in a long text these may come late and be few. */
  private static byte[] sample(byte[] bytes) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int lineStart = 0;
    boolean telling = false;
    for (int i = 0; i < bytes.length && out.size() < SAMPLE; i++) {
      telling |= bytes[i] < 0 || bytes[i] == 0x1B;
      if (bytes[i] == '\n' || i == bytes.length - 1 || i - lineStart >= 4096) {
        if (telling) {
          out.write(bytes, lineStart, i + 1 - lineStart);
        }
        lineStart = i + 1;
        telling = false;
      }
    }
    return out.toByteArray();
  }
}
