package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a line of a list of files says.
 *
 * @param path as it is written, or null if the line is of no file
 * @param size in bytes, or -1
 * @param kind of the digest, or null
 * @param digest or null
 * @param note {@code code: value} of a checksum that is none of {@link Digest}, or null
 * @param reason why it is of no file, or null
 */
record ListLine(String path, long size, Digest kind, String digest, String note, String reason) {
  static ListLine of(String path, long size) {
    return new ListLine(path, size, null, null, null, null);
  }

  static ListLine none(String reason) {
    return new ListLine(null, -1, null, null, null, reason);
  }

  /** Of hex digits, by their number or their algorithm's name. */
  static ListLine summed(String path, String algorithm, String hex) {
    for (Digest kind : Digest.values()) {
      boolean isNamed =
          algorithm == null ? kind != Digest.ED2K : kind.label().equals(plain(algorithm));
      if (isNamed && kind.digits() == hex.length()) {
        return new ListLine(path, -1, kind, hex, null, null);
      }
    }
    String name = algorithm == null ? "digest" : plain(algorithm);
    return new ListLine(path, -1, null, null, name + ": " + hex, null);
  }

  private static String plain(String algorithm) {
    return algorithm.toLowerCase(Locale.ROOT).replace("sha2-", "sha").replace("-", "");
  }

  /** How checksum programs write lines. */
  enum Checksums {
    /** {@code MD5 (path) = digest}, of BSD, OpenSSL and {@code --tag}. */
    TAGGED("(\\\\?)([A-Za-z0-9-]{2,12}) ?\\((.+)\\) ?= ([0-9a-fA-F]{8,128})") {
      @Override
      ListLine read(Matcher m) {
        return summed(unescaped(m.group(1), m.group(3)), m.group(2), m.group(4));
      }
    },
    /** {@code digest path}, {@code digest *path}, of GNU. */
    UNTAGGED("(\\\\?)([0-9a-fA-F]{8}|[0-9a-fA-F]{32,128})(?: [ *]|\\t)(.+)") {
      @Override
      ListLine read(Matcher m) {
        return summed(unescaped(m.group(1), m.group(3)), null, m.group(2));
      }
    },
    /** {@code path CRC}, of simple file verification. */
    SFV("(.*\\S)\\s+([0-9a-fA-F]{8})") {
      @Override
      ListLine read(Matcher m) {
        return summed(m.group(1), null, m.group(2));
      }
    },
    /** {@code sum bytes path}, of POSIX, whose sum is not that of ZIP. */
    CKSUM("([0-9]{1,10}) ([0-9]{1,18}) (.+)") {
      @Override
      ListLine read(Matcher m) {
        return new ListLine(
            m.group(3), Long.parseLong(m.group(2)), null, null, "cksum: " + m.group(1), null);
      }
    };

    private final Pattern form;

    Checksums(String form) {
      this.form = Pattern.compile(form);
    }

    abstract ListLine read(Matcher m);

    boolean matches(String line) {
      return form.matcher(line).matches();
    }

    /** A line of any of them. */
    static ListLine of(String line) {
      if (line.startsWith(";") || line.startsWith("#")) {
        return none("This line is a comment.");
      }
      for (Checksums form : values()) {
        Matcher m = form.form.matcher(line);
        if (m.matches()) {
          return form.read(m);
        }
      }
      return none("This line is none of md5sum, sha1sum, sha256sum, cksum or SFV.");
    }

    /** A backslash in front of the line says that there are some in the name. */
    private static String unescaped(String mark, String name) {
      if (mark.isEmpty()) {
        return name;
      }
      StringBuilder plain = new StringBuilder();
      for (int i = 0; i < name.length(); i++) {
        char c = name.charAt(i);
        if (c == '\\' && i + 1 < name.length()) {
          char escaped = name.charAt(++i);
          plain.append(escaped == 'n' ? '\n' : escaped == 'r' ? '\r' : escaped);
        } else {
          plain.append(c);
        }
      }
      return plain.toString();
    }
  }
}
