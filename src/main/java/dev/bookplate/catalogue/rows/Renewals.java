package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Renewals of US copyrights as the New York Public Library transcribed them (cce-renewals), with
 * either of the headers that its files have: {@code author title … rdat} and {@code auth titl …
 * dreg}. A row has the registration and its renewal, each with its date.
 */
public final class Renewals implements RowFormat {
  private static final int LONGEST_LINE = 1 << 20;

  @Override
  public String label() {
    return "cce-renewals";
  }

  @Override
  public boolean recognises(String head, String name) {
    String first = head.lines().findFirst().orElse("");
    return first.contains("entry_id\t") && first.contains("\toreg\t") && first.contains("\todat\t");
  }

  @Override
  public RowReader open(Source bytes, String name) throws IOException {
    return new TabReader(new ByteLines(bytes.open(), LONGEST_LINE), name, new Columns()::read);
  }

  /** The columns of one file, by its header. */
  private static final class Columns {
    private Map<String, Integer> places;

    RowOutcome read(List<String> fields, RowPlace place) {
      if (places == null) {
        places = new HashMap<>();
        for (int i = 0; i < fields.size(); i++) {
          places.putIfAbsent(fields.get(i).strip(), i);
        }
        return null;
      }
      return fields.size() == places.size()
          ? row(fields, place)
          : new RowOutcome.Rejected(
              place,
              "This line has " + fields.size() + " fields and the header " + places.size() + ".");
    }

    private RowOutcome row(List<String> fields, RowPlace place) {
      RowBuilder book = new RowBuilder(place).key("cce-renewals", text(fields, "entry_id"));
      String author = Isbd.name(text(fields, "author", "auth"));
      String titles = text(fields, "title", "titl");
      String[] title = titles == null ? new String[] {null} : titles.split("\\|", -1);
      book.names(
          new BookNames(
              Written.text(title[0]),
              null,
              author == null ? List.of() : List.of(author),
              null,
              null,
              Written.year(text(fields, "odat")),
              null));
      for (int i = 1; i < title.length; i++) {
        book.note("other-title", Written.text(title[i]));
      }
      List<String> numbers = new ArrayList<>();
      String registered = text(fields, "oreg");
      if (registered != null) {
        numbers.add(registered);
      }
      new Registered(
              numbers,
              Written.day(text(fields, "odat")),
              text(fields, "id"),
              Written.day(text(fields, "rdat", "dreg")),
              false)
          .tell(book);
      claimants(text(fields, "claimants"), book);
      book.note("new-matter", text(fields, "new_matter"))
          .note("renewal-note", text(fields, "notes", "note"));
      RowOutcome outcome = book.outcome();
      return outcome instanceof RowOutcome.Rejected
          ? new RowOutcome.Rejected(
              place, "This entry has no title and no renewal number: it could not be split up.")
          : outcome;
    }

    /** {@code Helen Adams|Mrs. R. G. Adams|W||Co.|PCW}: names, and for each a code. */
    private static void claimants(String field, RowBuilder book) {
      if (field == null) {
        return;
      }
      List<String> names = new ArrayList<>();
      for (String each : field.split("\\|\\|(?!\\|)", -1)) {
        String[] parts = each.split("\\|", -1);
        String name = Written.text(parts[0]);
        if (name != null) {
          names.add(name);
          book.note(
              "claimant", parts.length < 2 ? name : name + " (" + parts[parts.length - 1] + ")");
        }
      }
      book.holder(names.isEmpty() ? null : String.join("; ", names));
    }

    private String text(List<String> fields, String... names) {
      for (String name : names) {
        Integer place = places.get(name);
        if (place != null) {
          return Written.text(fields.get(place));
        }
      }
      return null;
    }
  }
}
