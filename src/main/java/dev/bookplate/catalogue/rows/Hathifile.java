package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Hathifiles, full or of updates: a volume a line, with what HathiTrust has decided of its rights.
 * The decision is kept as it is; whether it makes a book free is for rules to say.
 */
public final class Hathifile implements RowFormat {
  private static final Pattern LINE =
      Pattern.compile("[a-z0-9]{2,8}\\.[^\\t]+\\t(?:allow|deny)\\t[a-z0-9.-]+\\t[0-9]*\\t.*");
  private static final int LONGEST_LINE = 1 << 20;

  @Override
  public String label() {
    return "hathifile";
  }

  @Override
  public boolean recognises(String head, String name) {
    return head.startsWith("htid\taccess\trights\t")
        || ListLines.share(head, l -> LINE.matcher(l).matches()) >= 90;
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new TabReader(new ByteLines(bytes.open(), LONGEST_LINE), name, Hathifile::row);
  }

  /** The columns in order; files of before 2020 lack the last one or two. */
  private static RowOutcome row(List<String> f, RowPlace place) {
    if (f.get(0).equals("htid") && f.contains("access")) {
      return null;
    }
    if (f.size() < 24) {
      return new RowOutcome.Rejected(
          place, "This line has " + f.size() + " of the 26 fields of a Hathifile.");
    }
    String id = Written.text(f.get(0));
    RowBuilder book = new RowBuilder(place).key("hathi", id);
    split(f.get(8)).forEach(book.numbers::addIsbns);
    split(f.get(7)).forEach(text -> book.numbers.add(Numbers.oclc(text)));
    split(f.get(10)).forEach(text -> book.numbers.add(Numbers.lccn(text)));
    book.numbers.addRecord("hathi:bib", Written.text(f.get(3)));
    String author = f.size() > 25 ? Isbd.name(f.get(25)) : null;
    book.names(
        new BookNames(
            Isbd.bare(f.get(11)),
            null,
            author == null ? List.of() : List.of(author),
            null,
            publisher(f.get(12)),
            year(f.get(16)),
            Written.text(f.get(18))));
    book.note("hathi", f.get(2) + "/" + f.get(13))
        .note("hathi-access", Written.text(f.get(1)))
        .note("volume", Written.text(f.get(4)))
        .note("imprint", Written.text(f.get(12)))
        .note("place", Written.text(f.get(17)))
        .note("us-government", f.get(15).equals("1") ? "yes" : null)
        .note("bib-format", f.get(19).equals("BK") ? null : Written.text(f.get(19)));
    return book.asOf(Written.day(f.get(14))).outcome();
  }

  private static List<String> split(String field) {
    return field.isBlank() ? List.of() : List.of(field.split("[,;]", -1));
  }

  /**
   * Of {@code Coward-McCann [1966]} or {@code Bell and sons, 1911.} what stands before the year.
   */
  private static String publisher(String imprint) {
    String name =
        imprint.replaceFirst("[,;]?\\s*\\[?(?:c|©|i\\.e\\. |between |ca?\\. ?)*[0-9]{3}.*$", "");
    return Isbd.unbracketed(name);
  }

  /** 9999 is what is written where nothing is known. */
  private static Integer year(String used) {
    return used.equals("9999") ? null : Written.year(used);
  }
}
