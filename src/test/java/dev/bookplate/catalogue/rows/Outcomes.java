package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** All that a format makes of a text. */
record Outcomes(List<BookRow> rows, List<RowOutcome.Rejected> rejected) {
  static Outcomes of(RowFormat format, String text) throws IOException {
    return of(format, text.getBytes(StandardCharsets.UTF_8));
  }

  static Outcomes of(RowFormat format, byte[] bytes) throws IOException {
    return of(format, new Source.OfBytes(bytes), "source");
  }

  static Outcomes of(RowFormat format, Source source, String name) throws IOException {
    Outcomes all = new Outcomes(new ArrayList<>(), new ArrayList<>());
    try (RowReader reader = format.open(source, name)) {
      for (RowOutcome next = reader.next(); next != null; next = reader.next()) {
        switch (next) {
          case RowOutcome.Read read -> all.rows.add(read.row());
          case RowOutcome.Rejected rejected -> all.rejected.add(rejected);
        }
      }
    }
    return all;
  }

  BookRow only() {
    if (rows.size() != 1 || !rejected.isEmpty()) {
      throw new AssertionError("not one row: " + this);
    }
    return rows.get(0);
  }

  List<String> titles() {
    return rows.stream().map(r -> r.names().title()).toList();
  }
}
