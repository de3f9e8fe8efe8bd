package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import dev.bookplate.tokens.DecodedText;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;

/**
 * Ids of a Megatron .bin by the .idx beside it: for each sequence its length and its first byte,
 * for each document its first sequence. Nothing of the index is held but a window on each of its
 * lists.
 */
final class MegatronIds implements TokenReader.Ids {
  static final String MAGIC = "MMIDIDX\0\0";
  private static final int HEADER = 34;

  private final SeekableByteChannel index;
  private final SeekableByteChannel data;
  private final IdType type;
  private final long sequences;
  private final long documents;
  private final Numbers lengths;
  private final Numbers pointers;
  private final Numbers firsts;
  private final Numbers modes;
  private long document;
  private long start;
  private long end;

  private MegatronIds(SeekableByteChannel index, SeekableByteChannel data) throws IOException {
    this.index = index;
    this.data = data;
    Numbers header = new Numbers(index, 0, 1);
    for (int i = 0; i < MAGIC.length(); i++) {
      check(header.get(i) == MAGIC.charAt(i), "does not begin as an index of Megatron's");
    }
    long version = new Numbers(index, MAGIC.length(), 8).get(0);
    check(version == 1, "has version " + version + ", which is not known here");
    type = type((int) header.get(17));
    sequences = new Numbers(index, 18, 8).get(0);
    documents = new Numbers(index, 26, 8).get(0);
    long most = index.size();
    check(
        sequences >= 0 && documents > 0 && sequences < most && documents < most,
        "claims more than it holds");
    long lists = HEADER + 12 * sequences + 8 * documents;
    check(
        most == lists || most == lists + sequences,
        "has " + most + " bytes where its header tells of " + lists);
    lengths = new Numbers(index, HEADER, 4);
    pointers = new Numbers(index, HEADER + 4 * sequences, 8);
    firsts = new Numbers(index, HEADER + 12 * sequences, 8);
    modes = most == lists ? null : new Numbers(index, lists, 1);
  }

  static MegatronIds open(Source index, Source data) throws IOException {
    SeekableByteChannel first = index.channel();
    SeekableByteChannel second = null;
    try {
      second = data.channel();
      return new MegatronIds(first, second);
    } catch (IOException e) {
      first.close();
      if (second != null) {
        second.close();
      }
      throw e;
    }
  }

  private static void check(boolean right, String wrong) throws IOException {
    if (!right) {
      throw new IOException("the .idx beside it " + wrong);
    }
  }

  private static IdType type(int code) throws IOException {
    return switch (code) {
      case 1 -> IdType.UINT8;
      case 2 -> IdType.INT8;
      case 3 -> IdType.INT16;
      case 4 -> IdType.INT32;
      case 5 -> IdType.INT64;
      case 6 -> throw new IOException("the .idx beside it tells of float64, not of token ids");
      case 7 -> throw new IOException("the .idx beside it tells of float32, not of token ids");
      case 8 -> IdType.UINT16;
      default ->
          throw new IOException("the .idx beside it names type " + code + ", which is not known");
    };
  }

  @Override
  public boolean next(DecodedText into, long most) throws IOException {
    if (document == documents - 1) {
      checkEnd();
      return false;
    }
    long from = firsts.get(document);
    long to = firsts.get(document + 1);
    check(
        from >= 0 && from <= to && to <= sequences && (document > 0 || from == 0),
        "has no sequences for document " + document);
    document++;
    start = end;
    boolean first = true;
    for (long s = from; s < to && into.tokens() < most; s++) {
      if (modes == null || modes.get(s) == 0) {
        sequence(s, into, first);
        first = false;
      }
    }
    return true;
  }

  /** What no document has, nobody would miss. */
  private void checkEnd() throws IOException {
    long covered = firsts.get(documents - 1);
    check(
        covered == sequences,
        "leaves sequences behind the last document: " + covered + " of " + sequences);
  }

  private void sequence(long s, DecodedText into, boolean first) throws IOException {
    long length = lengths.get(s);
    long at = pointers.get(s);
    long bytes = length * type.bytes();
    check(
        length >= 0 && at >= 0 && at <= data.size() - bytes,
        "has sequence "
            + s
            + " end at byte "
            + (at + bytes)
            + ", and the .bin has "
            + data.size()
            + " bytes");
    Numbers ids = new Numbers(data, at, type.bytes());
    if (first) {
      start = at;
    } else if (length > 0) {
      into.part();
    }
    for (long i = 0; i < length; i++) {
      into.add(type.id(ids.get(i)));
    }
    end = at + bytes;
  }

  @Override
  public long start() {
    return start;
  }

  @Override
  public long end() {
    return end;
  }

  @Override
  public void close() throws IOException {
    index.close();
    data.close();
  }

  /** A list of numbers in a file, the lowest byte first, through a window. */
  private static final class Numbers {
    private final SeekableByteChannel file;
    private final long from;
    private final int bytes;
    private ByteBuffer window = ByteBuffer.allocate(0);
    private long windowFrom;

    Numbers(SeekableByteChannel file, long from, int bytes) {
      this.file = file;
      this.from = from;
      this.bytes = bytes;
    }

    long get(long i) throws IOException {
      long at = from + i * bytes;
      if (at < windowFrom || at + bytes > windowFrom + window.limit()) {
        move(at);
      }
      int w = (int) (at - windowFrom);
      return switch (bytes) {
        case 1 -> window.get(w) & 0xFF;
        case 2 -> window.getShort(w);
        case 4 -> window.getInt(w);
        default -> window.getLong(w);
      };
    }

    private void move(long at) throws IOException {
      if (window.capacity() == 0) {
        window = ByteBuffer.allocate(1 << 14).order(ByteOrder.LITTLE_ENDIAN);
      }
      window.clear();
      windowFrom = at;
      file.position(at);
      while (window.hasRemaining() && file.read(window) >= 0) {
        // on, to the end of the window or of the file
      }
      window.flip();
      if (window.limit() < bytes) {
        throw new EOFException("the file or the .idx beside it is cut off at byte " + at);
      }
    }
  }
}
