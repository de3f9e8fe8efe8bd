package dev.bookplate.corpus;

import dev.hardwood.InputFile;
import dev.hardwood.metadata.ColumnChunk;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * Walks the pages of a column chunk by their headers alone, and finds whether the library can be
 * given it: it loops where a page leads out of its chunk, and its decoders write beyond their
 * memory where a page unpacks to more than its header says.
 */
final class ParquetPages {
  private final InputFile file;
  private final ColumnChunk chunk;
  private final long mostUnpacked;
  private final long declaredEnd;

  /** Ends of data pages by their starts. */
  private final Map<Long, Long> ends = new HashMap<>();

  private long end;
  private int dictionaryHeader;

  /**
   * The pages of a chunk.
   *
   * @param mostUnpacked bytes that a page may have
   */
  ParquetPages(InputFile file, ColumnChunk chunk, long mostUnpacked) {
    this.file = file;
    this.chunk = chunk;
    this.mostUnpacked = mostUnpacked;
    end = chunk.chunkStartOffset();
    declaredEnd = end + chunk.metaData().totalCompressedSize();
  }

  /** Why the chunk cannot be read, or null. */
  String problem() throws IOException {
    String walked = walked();
    return walked == null ? indexed() : walked;
  }

  /** First byte after the last page. */
  long end() {
    return end;
  }

  private String walked() throws IOException {
    long left = chunk.metaData().numValues();
    while (left > 0) {
      if (end < 0 || end >= Math.min(declaredEnd, file.length())) {
        return left + " of its values should stand from byte " + end + " on, and it ends there";
      }
      ParquetPage page;
      try {
        page = ParquetPage.at(file, end);
      } catch (IOException e) {
        return "no header of a page can be read at byte " + end + " (" + Problems.of(e) + ")";
      }
      String problem = problem(page);
      if (problem != null) {
        return "the page at byte " + end + " " + problem;
      }
      if (page.isDictionary()) {
        dictionaryHeader = page.header();
      } else {
        ends.put(page.offset(), page.end());
      }
      left -= page.values();
      end = page.end();
    }
    return isOverrun()
        ? "its pages end at byte " + end + " of the file, and it should end at byte " + declaredEnd
        : null;
  }

  private String problem(ParquetPage page) throws IOException {
    if (page.end() > file.length()) {
      return "leads out of the file";
    }
    if (page.unpacked() > mostUnpacked) {
      return "unpacks to " + page.unpacked() + " bytes; raise --max-member if that is meant";
    }
    return page.isMislabelled(file, chunk.metaData().codec())
        ? "does not unpack to the " + page.unpacked() + " bytes that its header tells of"
        : null;
  }

  /**
   * Writers older than parquet-mr 1.2.9 left the header of the dictionary's page out of the size
   * (PARQUET-816): what is missing is just that. Anything else is damage.
   */
  private boolean isOverrun() {
    return end > declaredEnd && end - declaredEnd != dictionaryHeader;
  }

  /** Where there is an index of pages, the library reads what that names. */
  private String indexed() throws IOException {
    if (chunk.offsetIndexOffset() == null || chunk.offsetIndexLength() == null) {
      return null;
    }
    long from = chunk.offsetIndexOffset();
    int length = chunk.offsetIndexLength();
    if (from < 0 || length < 0 || from > file.length() - length) {
      return "its index of pages, at byte " + from + ", leads out of the file";
    }
    ThriftReader index = new ThriftReader(file.readRange(from, length));
    boolean[] fits = {true};
    try {
      index.struct(
          field -> {
            if (field != 1) {
              return false;
            }
            for (int n = index.structs(); n > 0; n--) {
              fits[0] &= location(index);
            }
            return true;
          });
    } catch (IOException e) {
      return "its index of pages, at byte " + from + ", cannot be read (" + Problems.of(e) + ")";
    }
    return fits[0]
        ? null
        : "its index of pages, at byte " + from + ", names another place than its pages have";
  }

  /** Whether a page stands where an entry of the index says. */
  private boolean location(ThriftReader index) throws IOException {
    long[] place = new long[2];
    index.struct(
        field -> {
          if (field > 2) { // the number of its first row
            return false;
          }
          place[field - 1] = field == 1 ? index.i64() : index.i32();
          return true;
        });
    return ends.getOrDefault(place[0], -1L) == place[0] + place[1];
  }
}
