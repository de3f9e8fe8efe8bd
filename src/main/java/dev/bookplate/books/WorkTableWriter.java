package dev.bookplate.books;

import dev.bookplate.index.RecordIndex;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Writes the {@link WorkTable} of what was merged. */
final class WorkTableWriter {
  /** A work on its way: its id and its first record. */
  private record Named(String id, int first) {}

  private final RecordIndex index;
  private final Merger merged;
  private final int size;

  WorkTableWriter(RecordIndex index, Merger merged) {
    this.index = index;
    this.merged = merged;
    size = index.size();
  }

  /**
   * Writes it, and says how many works and editions there are: of editions each text is one, and
   * what is merged without a text.
   */
  int[] write(Path file) throws IOException {
    List<Named> works = named();
    int[] ordinals = new int[size];
    for (int i = 0; i < works.size(); i++) {
      ordinals[works.get(i).first()] = i;
    }
    int[] workOf = new int[size];
    int[] editionOf = new int[size];
    int editions = 0;
    BitSet texts = texts();
    BitSet ofTexts = new BitSet();
    int[] starts = new int[works.size() + 1];
    for (int i = 0; i < size; i++) {
      workOf[i] = ordinals[merged.work(i)];
      int first = merged.edition(i);
      editionOf[i] = first == i ? editions++ : editionOf[first];
      starts[workOf[i] + 1]++;
      ofTexts.set(editionOf[i], ofTexts.get(editionOf[i]) || texts.get(i));
    }
    for (int i = 0; i < works.size(); i++) {
      starts[i + 1] += starts[i];
    }
    int[] members = new int[size];
    int[] next = Arrays.copyOf(starts, works.size());
    for (int i = 0; i < size; i++) {
      members[next[workOf[i]]++] = i;
    }
    int[] idStarts = new int[works.size() + 1];
    for (int i = 0; i < works.size(); i++) {
      idStarts[i + 1] = Math.addExact(idStarts[i], bytes(works.get(i)).length);
    }
    try (DataOutputStream out =
        new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      out.writeLong(WorkTable.MAGIC);
      out.writeInt(size);
      out.writeInt(works.size());
      out.writeInt(editions);
      out.writeInt(idStarts[works.size()]);
      for (int[] each : new int[][] {workOf, editionOf, starts, members, idStarts}) {
        for (int value : each) {
          out.writeInt(value);
        }
      }
      for (Named work : works) {
        out.write(bytes(work));
      }
    }
    return new int[] {works.size(), editions - ofTexts.cardinality() + texts.cardinality()};
  }

  private BitSet texts() throws IOException {
    RecordKeys keys = new RecordKeys();
    BitSet texts = new BitSet();
    index.forEachKeys(
        (number, bytes, offset, length) ->
            texts.set(number, keys.read(bytes, offset, length).hasText()));
    return texts;
  }

  private static byte[] bytes(Named work) {
    return work.id().getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Works by id: the shelf's where a text is of it, else what its source calls the first record.
   */
  private List<Named> named() throws IOException {
    RecordKeys keys = new RecordKeys();
    Map<Integer, String> shelf = new HashMap<>();
    List<Named> firsts = new ArrayList<>();
    index.forEachKeys(
        (number, bytes, offset, length) -> {
          keys.read(bytes, offset, length);
          int work = merged.work(number);
          String shelfWork = keys.shelfWork();
          if (!shelfWork.isEmpty()) {
            shelf.putIfAbsent(work, shelfWork);
          }
          if (work == number) {
            firsts.add(new Named(keys.name(), number));
          }
        });
    Set<String> ofShelves = new HashSet<>(shelf.values());
    Set<String> taken = new HashSet<>();
    List<Named> works = new ArrayList<>(firsts.size());
    for (Named first : firsts) {
      boolean isOfShelf = shelf.containsKey(first.first());
      String name = shelf.getOrDefault(first.first(), first.id());
      String id = name;
      // a work of a shelf that was taken apart is two
      for (int i = 2; (!isOfShelf && ofShelves.contains(id)) || !taken.add(id); i++) {
        id = name + "~" + i;
      }
      works.add(new Named(id, first.first()));
    }
    works.sort(Comparator.comparing(Named::id));
    return works;
  }
}
