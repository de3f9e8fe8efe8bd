package dev.bookplate.corpus;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.arrow.flatbuf.Footer;
import org.apache.arrow.flatbuf.Message;
import org.apache.arrow.flatbuf.MessageHeader;
import org.apache.arrow.flatbuf.Schema;

/**
 * Where the messages of an Arrow stream or file are, by the format's specification of IPC: found by
 * their headers alone, without their bodies.
 *
 * @param schema of all batches, or null where there is none
 * @param blocks dictionaries and batches, in order
 * @param isFile whether it has a footer; then a dictionary may stand behind the batches that use it
 * @param problem what is wrong behind the last block, or null
 */
record ArrowMessages(Schema schema, List<Block> blocks, boolean isFile, String problem) {
  /** What a file begins and ends with; a stream has no such mark. */
  static final String MAGIC = "ARROW1";

  private static final int MAX_METADATA = 64 << 20;
  private static final int MAX_BLOCKS = 4 << 20;

  /** A dictionary or a batch: its header, and where its body is. */
  record Block(boolean isBatch, long metadataAt, int metadataBytes, long bodyAt, long bodyBytes) {
    /** The header. */
    Message message(SeekableByteChannel channel) throws IOException {
      return Message.getRootAsMessage(ArrowMessages.bytes(channel, metadataAt, metadataBytes));
    }

    private long bytes() {
      return metadataBytes + bodyBytes;
    }
  }

  /** The number of batches. */
  int batches() {
    return (int) blocks.stream().filter(Block::isBatch).count();
  }

  /** Ranges of batches, each of about so many bytes. */
  List<Shard.Range> ranges(long shardBytes) {
    List<Shard.Range> ranges = new ArrayList<>();
    int batches = batches();
    int from = 0;
    int at = 0;
    long bytes = 0;
    for (Block block : blocks) {
      bytes += block.bytes();
      at += block.isBatch() ? 1 : 0;
      if (at > from && (bytes >= shardBytes || at == batches)) {
        ranges.add(new Shard.Range(Shard.Unit.BATCHES, from, at, bytes));
        from = at;
        bytes = 0;
      }
    }
    return ranges.size() < 2 ? List.of(Shard.Range.WHOLE) : ranges;
  }

  /** Bytes of a file, all of which must be there. */
  static ByteBuffer bytes(SeekableByteChannel channel, long from, int length) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
    channel.position(from);
    while (bytes.hasRemaining()) {
      if (channel.read(bytes) < 0) {
        throw new EOFException("it ends too early");
      }
    }
    return bytes.flip();
  }

  /** Goes through the headers. */
  static ArrowMessages of(SeekableByteChannel channel) throws IOException {
    return new Scan(channel).all();
  }

  /** One walk from the start to the end mark. */
  private static final class Scan {
    private final SeekableByteChannel channel;
    private final long size;
    private final List<Block> blocks = new ArrayList<>();
    private Schema schema;
    private long at;

    Scan(SeekableByteChannel channel) throws IOException {
      this.channel = channel;
      size = channel.size();
    }

    ArrowMessages all() throws IOException {
      boolean isFile = size >= 8 && isMagic(0);
      at = isFile ? 8 : 0;
      String problem;
      try {
        problem = walk();
        if (problem == null && isFile) {
          problem = footer();
        }
        if (problem == null && !isFile && at != size) {
          problem = "more bytes follow behind the end mark at byte " + at;
        }
      } catch (RuntimeException e) { // lengths and offsets of the header lead out of it
        problem = "the message at byte " + at + " is damaged (" + Problems.of(e) + ")";
      }
      return new ArrowMessages(schema, List.copyOf(blocks), isFile, problem);
    }

    private boolean isMagic(long from) throws IOException {
      byte[] bytes = bytes(channel, from, MAGIC.length()).array();
      return new String(bytes, StandardCharsets.ISO_8859_1).equals(MAGIC);
    }

    private String walk() throws IOException {
      while (true) {
        if (size - at < 4) {
          return at == size
              ? "it ends at byte " + at + " without an end mark"
              : "it is cut off in the message at byte " + at;
        }
        int length = bytes(channel, at, 4).getInt();
        int head = 4;
        if (length == -1) { // since format 0.15
          if (size - at < 8) {
            return "it is cut off in the message at byte " + at;
          }
          length = bytes(channel, at + 4, 4).getInt();
          head = 8;
        }
        if (length == 0) {
          at += head;
          return null;
        }
        if (length < 0 || length > MAX_METADATA || blocks.size() == MAX_BLOCKS) {
          return "the message at byte " + at + " is damaged";
        }
        if (length > size - at - head || !message(at + head, length)) {
          return "it is cut off in the message at byte " + at;
        }
      }
    }

    /** Whether the message is all there. */
    private boolean message(long from, int length) throws IOException {
      Message message = Message.getRootAsMessage(bytes(channel, from, length));
      long body = from + length;
      long bodyBytes = message.bodyLength();
      if (bodyBytes < 0 || bodyBytes > size - body) {
        return false;
      }
      switch (message.headerType()) {
        case MessageHeader.Schema -> schema = (Schema) message.header(new Schema());
        case MessageHeader.RecordBatch ->
            blocks.add(new Block(true, from, length, body, bodyBytes));
        case MessageHeader.DictionaryBatch ->
            blocks.add(new Block(false, from, length, body, bodyBytes));
        default -> throw new IllegalStateException("of the type " + message.headerType());
      }
      at = body + bodyBytes;
      return true;
    }

    /** What is wrong with the footer, or null. */
    private String footer() throws IOException {
      String cut = "it is cut off in the footer at byte " + at;
      if (size - at < MAGIC.length() + 4 || !isMagic(size - MAGIC.length())) {
        return cut;
      }
      long end = size - MAGIC.length() - 4;
      int length = bytes(channel, end, 4).getInt();
      if (length <= 0 || length > end - at || length > MAX_METADATA) {
        return cut;
      }
      int batches =
          Footer.getRootAsFooter(bytes(channel, end - length, length)).recordBatchesLength();
      long found = blocks.stream().filter(Block::isBatch).count();
      return batches == found
          ? null
          : "its footer names " + batches + " batches, and it has " + found;
    }
  }
}
