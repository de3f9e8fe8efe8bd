package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.rows.FileFacts.Digest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the name of a book's file says. There is no one order of author and title: the likelier
 * reading is taken, and the other one is kept.
 *
 * @param path decoded
 * @param extension of the book, lower case, or null
 * @param md5 that the name is or ends with, or null
 * @param names by the likelier reading; no title where the name is but a number
 * @param otherReading {@code TITLE / AUTHOR}, or null if there is but one
 */
public record PathName(
    String path, String extension, String md5, BookNames names, String otherReading) {
  static final Set<String> BOOKS =
      Set.of(
          "epub", "mobi", "azw", "azw3", "azw4", "kfx", "pdf", "djvu", "djv", "fb2", "txt", "rtf",
          "doc", "docx", "odt", "html", "htm", "xhtml", "lit", "lrf", "pdb", "prc", "chm", "cbr",
          "cbz", "cb7", "tcr", "rb", "zip", "rar", "7z", "gz", "ps", "md");

  private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");
  private static final Pattern MD5 = Pattern.compile("[0-9a-fA-F]{32}");
  private static final Pattern URL = Pattern.compile("(?i)[a-z][a-z0-9+.-]*://[^/]*/?");
  private static final Pattern TAGS =
      Pattern.compile(
          "(?i)\\[(?![^\\]]*"
              + " [0-9]{1,3}\\])[^\\]]*\\]|\\((?:retail|epub|mobi|azw3|pdf|v[0-9.]+|ebook|html|us|uk|ocr|"
              + "z-lib(?:rary)?(?:\\.[a-z]+)?|1lib[^)]*|libgen[^)]*)\\)|_Rmtl$|\\bretail$");
  private static final Pattern YEAR = Pattern.compile("[(]((?:1[0-9]|20)[0-9]{2})[)]");
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern DASH = Pattern.compile("\\s+[-\u2010-\u2015]+\\s+");
  private static final Pattern BY = Pattern.compile("(?i)(.{2,}?)\\s+by\\s+(\\S.{2,})");
  private static final Pattern IN_BRACKETS = Pattern.compile("(.{2,}?)\\s*\\(([^()]{3,})\\)");
  private static final Pattern SERIES =
      Pattern.compile("\\[?(.*[^0-9 ])[ #]*([0-9]{1,3}(?:\\.[0-9])?)\\]?");

  /** Null names are never written: a name that says nothing has no title. */
  public static PathName of(String written) {
    String path = decoded(written);
    String file = path.contains("://") ? URL.matcher(path).replaceFirst("") : path;
    String[] folders = withoutSlash(file.replace('\\', '/')).split("/", -1);
    String name = folders[folders.length - 1];
    String extension = null;
    for (String ending = ending(name); ending != null; ending = ending(name)) {
      // books3: NAME.epub.txt is the text of an EPUB
      extension = ending;
      name = name.substring(0, name.length() - ending.length() - 1);
    }
    Reading reading = Reading.of(name, folders);
    return new PathName(path, extension, reading.md5(), reading.names(), reading.other());
  }

  /** Percent signs are undone where all of them are such. */
  private static String decoded(String written) {
    if (written.indexOf('%') < 0) {
      return written;
    }
    String all = ENCODED.matcher(written).replaceAll("");
    if (all.length() == written.length() || all.indexOf('%') >= 0) {
      return written;
    }
    return URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  private static String withoutSlash(String path) {
    int end = path.length();
    while (end > 0 && path.charAt(end - 1) == '/') {
      end--;
    }
    return path.substring(0, end);
  }

  private static String ending(String name) {
    int dot = name.lastIndexOf('.');
    String ending = dot <= 0 ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
    return BOOKS.contains(ending) ? ending : null;
  }

  /** What the name says by either reading, the likelier first; none where it says nothing. */
  public List<BookNames> readings() {
    if (names.title() == null) {
      return List.of();
    }
    int cut = otherReading == null ? -1 : otherReading.lastIndexOf(" / ");
    if (cut < 0) {
      return List.of(names);
    }
    String title = otherReading.substring(0, cut);
    List<String> authors = List.of(otherReading.substring(cut + 3));
    return List.of(
        names, new BookNames(title, null, authors, names.series(), null, names.year(), null));
  }

  /** Puts the digest that the name is, if it is one, into a file's facts. */
  FoundFile file(FoundFile file) {
    return file.name(path).extension(extension).digest(Digest.MD5, md5);
  }

  private record Reading(String md5, BookNames names, String other) {
    static Reading of(String name, String[] folders) {
      if (MD5.matcher(name).matches() || name.startsWith("aacid__") || isNumber(name)) {
        return new Reading(MD5.matcher(name).matches() ? name : null, BookNames.NONE, null);
      }
      String spaced = spaced(name);
      if (spaced.contains(" -- ")) {
        return annas(spaced.split(" -- ", -1));
      }
      Matcher years = YEAR.matcher(spaced);
      Integer year = years.find() ? Integer.valueOf(years.group(1)) : null;
      String bare = Written.text(blanks(TAGS.matcher(spaced).replaceAll(" ")));
      return bare == null ? new Reading(null, BookNames.NONE, null) : parts(bare, year, folders);
    }

    /** Names made for addresses have other signs where blanks were. */
    private static String spaced(String name) {
      String spaced = name.indexOf(' ') < 0 ? name.replace('_', ' ') : name;
      boolean isSlug = spaced.indexOf(' ') < 0 && spaced.indexOf('-') != spaced.lastIndexOf('-');
      return isSlug ? spaced.replace('-', ' ') : spaced;
    }

    private static String blanks(String name) {
      return BLANKS.matcher(name).replaceAll(" ");
    }

    private static boolean isNumber(String name) {
      return name.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** Title -- authors -- … -- publisher -- digest -- the library's name. */
    private static Reading annas(String[] parts) {
      String md5 = null;
      for (String part : parts) {
        md5 = MD5.matcher(part.strip()).matches() ? part.strip() : md5;
      }
      Integer year = Written.year(String.join(" ", parts));
      List<String> authors = Written.authors(Written.text(parts[1]));
      return new Reading(md5, names(parts[0], authors, null, year), null);
    }

    private static Reading parts(String bare, Integer year, String[] folders) {
      if (year != null) {
        // Author (Year) Title
        String[] around = YEAR.split(bare, 2);
        boolean isBetween = !around[0].isBlank() && !around[1].isBlank();
        if (isBetween && DASH.split(bare).length == 1) {
          return new Reading(null, names(around[1], List.of(around[0].strip()), null, year), null);
        }
      }
      String plain = blanks(YEAR.matcher(bare).replaceAll(" ")).strip();
      List<String> parts = new ArrayList<>(List.of(DASH.split(plain)));
      parts.removeIf(String::isBlank);
      return switch (parts.size()) {
        case 0 -> new Reading(null, BookNames.NONE, null);
        case 1 -> single(parts.get(0), year, folders);
        case 2 -> both(parts.get(0), parts.get(1), null, year, folders);
        default -> several(parts, year, folders);
      };
    }

    private static Reading single(String name, Integer year, String[] folders) {
      Matcher m = IN_BRACKETS.matcher(name);
      if (m.matches() && likeness(m.group(2)) > 0) {
        return new Reading(null, names(m.group(1), List.of(m.group(2)), null, year), name);
      }
      m = BY.matcher(name);
      if (m.matches() && likeness(m.group(2)) > 0) {
        return new Reading(null, names(m.group(1), List.of(m.group(2)), null, year), name);
      }
      String folder = folders.length < 2 ? "" : folders[folders.length - 2].strip();
      boolean isPerson = likeness(folder) > 1;
      return new Reading(
          null, names(name, isPerson ? List.of(folder) : List.of(), null, year), null);
    }

    /**
     * Three parts and more: one between, or the last but one, that ends in a number is a series.
     */
    private static Reading several(List<String> parts, Integer year, String[] folders) {
      for (int i = 1; i < parts.size() - 1; i++) {
        if (SERIES.matcher(parts.get(i)).matches()) {
          String series = parts.get(i).replaceAll("[\\[\\]]", "");
          String first = String.join(" - ", parts.subList(0, i));
          String last = String.join(" - ", parts.subList(i + 1, parts.size()));
          return both(first, last, series, year, folders);
        }
      }
      String first = parts.get(0);
      String last = parts.get(parts.size() - 1);
      boolean isFirst = authorWeight(first, folders) >= authorWeight(last, folders);
      int size = parts.size();
      String title =
          String.join(" - ", isFirst ? parts.subList(1, size) : parts.subList(0, size - 1));
      String other =
          String.join(" - ", isFirst ? parts.subList(0, size - 1) : parts.subList(1, size));
      return new Reading(
          null,
          names(title, List.of(isFirst ? first : last), null, year),
          other + " / " + (isFirst ? last : first));
    }

    private static Reading both(
        String first, String last, String series, Integer year, String[] folders) {
      // most lists have the author first: so it is where neither looks more like a person
      boolean isFirst = authorWeight(first, folders) >= authorWeight(last, folders);
      String author = isFirst ? first : last;
      String title = isFirst ? last : first;
      return new Reading(
          null, names(title, Written.authors(author), series, year), author + " / " + title);
    }

    private static int authorWeight(String part, String[] folders) {
      int weight = likeness(part);
      for (int i = 0; i < folders.length - 1; i++) {
        weight += folders[i].strip().equalsIgnoreCase(part) ? 10 : 0;
      }
      return weight;
    }

    private static final Pattern LAST_FIRST =
        Pattern.compile("\\p{Lu}[\\p{L}'\u2019. -]+, \\p{Lu}[\\p{L}'\u2019. -]*");
    private static final Pattern INITIALS = Pattern.compile("(?:^|\\s)\\p{Lu}\\.(?:\\s|\\p{Lu}|$)");
    private static final Pattern SMALL_WORD =
        Pattern.compile(
            "(?i)\\b(?:the|an?|of|and|in|on|to|for|with|from|at|my|your|how|what|is|der|die|das|und|"
                + "la|le|les|des|et|el|los)\\b|[0-9!?:]");
    private static final Pattern NAME_WORDS =
        Pattern.compile(
            "\\p{Lu}[\\p{L}.'\u2019-]*(?:"
                + " (?:\\p{Lu}[\\p{L}.'\u2019-]*|de|von|van|den|del|da|la)){1,3}");

    /** How much a name looks like a person's: below 0 like a title's, above 1 surely. */
    private static int likeness(String name) {
      String text = name.strip();
      int likeness = 0;
      likeness += LAST_FIRST.matcher(text).matches() ? 3 : 0;
      likeness += INITIALS.matcher(text).find() ? 2 : 0;
      likeness += NAME_WORDS.matcher(text).matches() ? 1 : 0;
      likeness -= SMALL_WORD.matcher(text).find() ? 2 : 0;
      likeness -= text.split(" ", -1).length > 5 ? 2 : 0;
      return likeness;
    }

    private static BookNames names(
        String title, List<String> authors, String series, Integer year) {
      return new BookNames(Written.text(title), null, authors, series, null, year, null);
    }
  }
}
