package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Lines of lists of paths: bare ones, addresses, and what {@code tar -tv}, {@code ls -l}, {@code ls
 * -R}, {@code find -ls}, {@code unzip -l}, {@code du} and torrent programs write.
 */
final class PathLines {
  private static final Pattern LONG_LISTING =
      Pattern.compile(
          "\\s*(?:[0-9]+\\s+[0-9]+\\s+)?([-dlhbcps])[-rwxsStTlL]{9}[+.@]?\\s+"
              + "(?:[0-9]+\\s+\\S+\\s+\\S+|\\S+/\\S+)\\s+([0-9]{1,18})\\s+"
              + "(?:[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9:.]+(?: [+-][0-9]{4})?"
              + "|\\p{L}{3}\\s+[0-9]{1,2}\\s+[0-9:]+) (.+)");
  private static final Pattern UNZIP =
      Pattern.compile(
          "\\s*([0-9]{1,18})\\s+[0-9]{2,4}-[0-9]{2}-[0-9]{2,4} [0-9]{2}:[0-9]{2}\\s+(.+)");
  private static final Pattern SIZED = Pattern.compile("[0-9.]+[KMGT]?\\t(.+)");
  private static final Pattern TORRENT =
      Pattern.compile("\\s*(.+?) \\([0-9.,]+ ?(?:bytes|[kKMGT]i?B)\\)");
  private static final Pattern ARIA = Pattern.compile("\\s*[0-9]+\\|(.+)");
  private static final Pattern ARIA_SIZE = Pattern.compile("\\s*\\|.*");
  private static final Pattern TOTAL = Pattern.compile("total [0-9.]+[KMGT]?");
  private static final Pattern ED2K =
      Pattern.compile("(?i)ed2k://\\|file\\|([^|]+)\\|([0-9]{1,18})\\|([0-9a-f]{32})\\|.*");
  private static final Pattern NO_BOOK =
      Pattern.compile(
          "(?i).*\\.(?:jpe?g|png|gif|webp|opf|torrent|nfo|sfv|md5|mp[34]|m4[ab]|mkv|avi|xml|json"
              + "|jsonl|css|js|db|ds_store|ini|log|par2|url|parquet|csv|sql|exe|iso|tar|zst|py|sh)");

  /** Folder of the names that follow, as {@code ls -R} tells it. */
  private String folder = "";

  /** What a line says. */
  ListLine read(String line) {
    Matcher m = LONG_LISTING.matcher(line);
    if (m.matches()) {
      return "-".equals(m.group(1)) || "h".equals(m.group(1))
          ? file(m.group(3), Long.parseLong(m.group(2)))
          : ListLine.none("This line is of a folder or a link, not of a file.");
    }
    m = ED2K.matcher(line);
    if (m.matches()) {
      return new ListLine(
          m.group(1), Long.parseLong(m.group(2)), Digest.ED2K, m.group(3), null, null);
    }
    m = UNZIP.matcher(line);
    if (m.matches()) {
      return file(m.group(2), Long.parseLong(m.group(1)));
    }
    if (line.endsWith(":") && line.indexOf("://") < 0) {
      folder = line.substring(0, line.length() - 1) + "/";
      return ListLine.none("This line names a folder.");
    }
    if (line.startsWith("# ")
        || TOTAL.matcher(line).matches()
        || ARIA_SIZE.matcher(line).matches()) {
      return ListLine.none("This line is a comment or a sum.");
    }
    return file(bare(line), -1);
  }

  /** A path without what programs write beside it. */
  private static String bare(String line) {
    for (Pattern form : new Pattern[] {ARIA, SIZED, TORRENT}) {
      Matcher m = form.matcher(line);
      if (m.matches()) {
        return m.group(1);
      }
    }
    return line.strip();
  }

  private ListLine file(String name, long size) {
    String path = name.indexOf('/') < 0 ? folder + name : name;
    if (path.endsWith("/") || path.equals(".") || path.equals("..")) {
      return ListLine.none("This line names a folder.");
    }
    return isNoBook(path)
        ? ListLine.none("The file of this line has the ending of something that is no book.")
        : ListLine.of(path, size);
  }

  /** Whether the ending of a path is that of something else than a book. */
  static boolean isNoBook(String path) {
    return NO_BOOK.matcher(path).matches();
  }

  /** Whether a line looks like the path of a book. */
  static boolean looksLikeBook(String line) {
    ListLine read = new PathLines().read(line);
    if (read.path() == null) {
      return LONG_LISTING.matcher(line).matches();
    }
    PathName name = PathName.of(read.path());
    boolean isUrl = read.path().matches("(?i)(?:https?|ftp|file)://[^\\s,;]+");
    return read.kind() != null
        || name.extension() != null
        || name.md5() != null
        || isUrl
        || read.path().toLowerCase(Locale.ROOT).contains("/aacid__");
  }
}
