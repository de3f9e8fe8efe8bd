package dev.bookplate.criteria;

import java.util.regex.Pattern;

/**
 * A pattern of paths: {@code *} is anything but {@code /}, {@code **} anything, {@code ?} one
 * character; capitals do not matter.
 */
public final class PathPattern {
  private final String written;
  private final Pattern pattern;

  private PathPattern(String written, Pattern pattern) {
    this.written = written;
    this.pattern = pattern;
  }

  /** Makes one. */
  public static PathPattern of(String written) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < written.length(); i++) {
      char c = written.charAt(i);
      if (written.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (written.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (Character.isLetterOrDigit(c) || Character.isSurrogate(c)) {
        regex.append(c);
      } else {
        regex.append('\\').append(c);
      }
    }
    int flags = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;
    return new PathPattern(written, Pattern.compile(regex.toString(), flags));
  }

  boolean matches(String path) {
    return pattern.matcher(path).matches();
  }

  /** As it was written. */
  @Override
  public String toString() {
    return written;
  }
}
