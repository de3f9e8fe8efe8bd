package dev.bookplate.catalogue.rows;

import dev.bookplate.catalogue.Rights;
import dev.bookplate.catalogue.rows.Standing.Registration;
import java.util.ArrayList;
import java.util.List;

/** Puts the parts of one row together. */
final class RowBuilder {
  final FoundNumbers numbers = new FoundNumbers();
  final FoundFile file = new FoundFile();
  private final RowPlace place;
  private final List<String> notes = new ArrayList<>();
  private String key;
  private BookNames names = BookNames.NONE;
  private String asOf;
  private String holder;

  /** Bounded by what the record holds. */
  private final List<Registration> registrations = new ArrayList<>();

  RowBuilder(RowPlace place) {
    this.place = place;
  }

  RowPlace place() {
    return place;
  }

  RowBuilder key(String library, String id) {
    key = id == null ? null : library + ":" + id;
    return this;
  }

  RowBuilder names(BookNames names) {
    this.names = names;
    return this;
  }

  /** {@code code: value}, if there is a value. */
  RowBuilder note(String code, String value) {
    if (value != null) {
      notes.add(code + ": " + value);
    }
    return this;
  }

  /** {@code code: value} as a whole. */
  RowBuilder note(String note) {
    notes.add(note);
    return this;
  }

  RowBuilder holder(String holder) {
    this.holder = holder;
    return this;
  }

  RowBuilder registration(Registration registration) {
    registrations.add(registration);
    return this;
  }

  boolean hasRegistration() {
    return !registrations.isEmpty();
  }

  RowBuilder asOf(String day) {
    asOf = day;
    return this;
  }

  /** The row, or why it is none. */
  RowOutcome outcome() {
    if (key == null || isEmpty()) {
      return new RowOutcome.Rejected(
          place, "This record has no title, no number of a book and no digest of a file.");
    }
    return row();
  }

  private boolean isEmpty() {
    return names.title() == null
        && !numbers.hasNumber()
        && !file.hasDigest()
        && registrations.isEmpty();
  }

  /** The row as it is, for what joins other rows. */
  RowOutcome row() {
    boolean isSilent = notes.isEmpty() && registrations.isEmpty() && holder == null;
    Standing standing =
        isSilent
            ? Standing.NONE
            : new Standing(Rights.UNKNOWN, holder, List.copyOf(registrations), List.copyOf(notes));
    return new RowOutcome.Read(
        new BookRow(place, key, names, numbers.list(), file.facts(), standing, asOf));
  }
}
