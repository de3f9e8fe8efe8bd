package dev.bookplate.corpus;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import dev.hardwood.metadata.RowGroup;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the column chunks that are wanted of a file are like, before they are given to the library.
 *
 * @param damagedGroup number of the first row group that cannot be read, or -1
 * @param problem what is wrong there, or null
 * @param sizes of chunks whose size in the footer is too small, as it should be, by row group and
 *     column
 */
record ParquetCheck(int damagedGroup, String problem, Map<Place, Long> sizes) {
  /** A column chunk, by the numbers of its row group and its column. */
  record Place(int group, int column) {}

  /**
   * What is wanted of a file.
   *
   * @param columns paths of the leaves that are to be read
   * @param mostUnpacked bytes that a page may unpack to
   */
  record Wanted(Set<String> columns, long mostUnpacked) {}

  /**
   * Looks at row groups.
   *
   * @param first number of the first of them in its file
   * @param wanted of the file
   */
  static ParquetCheck of(InputFile file, List<RowGroup> groups, int first, Wanted wanted)
      throws IOException {
    Map<Place, Long> sizes = new HashMap<>();
    for (int g = first; g < first + groups.size(); g++) {
      List<ColumnChunk> chunks = groups.get(g - first).columns();
      for (int c = 0; c < chunks.size(); c++) {
        ColumnChunk chunk = chunks.get(c);
        String name = chunk.metaData().pathInSchema().toString();
        if (wanted.columns.contains(name)) {
          ParquetPages pages = new ParquetPages(file, chunk, wanted.mostUnpacked);
          String problem = pages.problem();
          if (problem != null) {
            return new ParquetCheck(
                g,
                "the column chunk " + name + " of row group " + g + " is damaged: " + problem,
                sizes);
          }
          long size = pages.end() - chunk.chunkStartOffset();
          if (size > chunk.metaData().totalCompressedSize()) {
            sizes.put(new Place(g, c), size);
          }
        }
      }
    }
    return new ParquetCheck(-1, null, sizes);
  }
}
