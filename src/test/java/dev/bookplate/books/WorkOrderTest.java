package dev.bookplate.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.catalogue.rows.BookRow;
import dev.bookplate.catalogue.rows.Identifier;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** However a store's works are gone through, they are the same works. */
class WorkOrderTest {
  @TempDir private Path folder;

  /** Rows that share a number now and then, near and far, some of them dated later. */
  private RowBench bench() throws IOException {
    RowBench bench = new RowBench(folder);
    for (String source : List.of("a", "b")) {
      List<BookRow> rows = new ArrayList<>();
      for (int i = 0; i < 300; i++) {
        BookRow row =
            RowBench.row(source + i, "Field Notes of Volume " + i * 7919 % 300, "Maud Ellery " + i);
        Identifier number =
            new Identifier(Identifier.Kind.OCLC, Integer.toString(1_000_000 + i / 3 * 37 % 50));
        BookRow numbered = i % 4 == 0 ? RowBench.with(row, number) : row;
        rows.add(i % 5 == 0 ? RowBench.dated(numbered, 1950, "2026-11-10") : numbered);
      }
      bench.add(source, rows);
    }
    return bench;
  }

  @Test
  void asStoredAndByIdAreTheSameWorks() throws IOException {
    RowBench bench = bench();
    for (LocalDate heldOn : new LocalDate[] {null, LocalDate.of(2026, 11, 2)}) {
      try (BookStore store = bench.open(heldOn)) {
        List<CataloguedWork> byId = new ArrayList<>();
        store.forEachWork(byId::add);
        TreeMap<Integer, CataloguedWork> asStored = new TreeMap<>();
        store.forEachWorkAsStored((place, work) -> asStored.put(place, work));

        assertEquals(byId, new ArrayList<>(asStored.values()));
        assertTrue(byId.size() > 200, byId.size() + " works");
        assertTrue(byId.stream().anyMatch(work -> work.members().size() > 2));
        for (int place : asStored.keySet()) {
          assertEquals(store.workId(place), asStored.get(place).work().id());
        }
      }
    }
  }
}
