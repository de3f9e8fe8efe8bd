package dev.bookplate.corpus;

import dev.bookplate.extract.Source;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;

/**
 * The members of an archive, each read as a file of its name would be. Nothing is ever written to a
 * disk, so a name may be what it likes.
 */
final class ArchiveReader implements ShardReader {
  /** Parts the path of a member from that of the archive that it is in. */
  private static final String INSIDE = "!";

  /** Bytes of a member that are looked at before it is known what it is. */
  private static final int START = 16 << 20;

  /** Books that are packed best expand so many times. */
  private static final int BOOKS_PACKED = 10;

  /** Opens an archive; its first member may be a while away. */
  interface Opener {
    Archive open() throws IOException;
  }

  /** Reads a member. */
  interface MemberReader {
    ShardReader open(Entry member) throws IOException;
  }

  private final Entry entry;
  private final Opener opener;
  private final MemberReader members;
  private final Limits limits;
  private final Expansion expansion;
  private final MemberBytes seenBytes;

  /** What was read by each path, by a digest of its bytes where they were held in memory. */
  private final Map<String, String> seen = new HashMap<>();

  private Archive archive;
  private ShardReader member;
  private SeenStream streamed;
  private long drained;
  private long records;
  private boolean done;

  /**
   * A reader of an archive.
   *
   * @param seenBytes is shown the bytes of its members
   */
  ArchiveReader(
      Entry entry,
      Opener opener,
      MemberReader members,
      Limits limits,
      Expansion expansion,
      MemberBytes seenBytes) {
    this.entry = entry;
    this.opener = opener;
    this.members = members;
    this.limits = limits;
    this.expansion = expansion;
    this.seenBytes = seenBytes;
  }

  @Override
  public ReadOutcome next() {
    ReadOutcome outcome = outcome();
    records += outcome == null ? 0 : 1;
    return outcome;
  }

  private ReadOutcome outcome() {
    while (!done) {
      if (member != null) {
        ReadOutcome outcome = member.next();
        if (outcome != null) {
          return outcome;
        }
        member.close();
        member = null;
        drain();
      }
      ReadOutcome outcome = advance();
      if (outcome != null) {
        return outcome;
      }
    }
    return null;
  }

  /** What a reader left of a member is seen too; damage there is met when the archive goes on. */
  private void drain() {
    try {
      if (streamed != null) {
        drained += streamed.drain(mostDrained() - drained);
      }
    } catch (IOException e) {
      // a member that was not read to its end has no digest
    }
    streamed = null;
  }

  /** What nobody reads counts for no limit: a bomb among it must cost no more than books would. */
  private long mostDrained() throws IOException {
    return limits.maxMemberBytes() + BOOKS_PACKED * Math.max(0, entry.source().size());
  }

  /** Goes to the next member; what is to be said instead of reading it. */
  private ReadOutcome advance() {
    try {
      if (archive == null) {
        archive = opener.open();
      }
      Archive.Member next = archive.next();
      if (next == null) {
        done = true;
        return records > 0
            ? null
            : new ReadOutcome.Skipped(
                entry.whole(), SkipReason.EMPTY, "an archive without members");
      }
      return begin(next);
    } catch (IOException | RuntimeException e) {
      done = true;
      if (expansion.isExhausted()) {
        return tooMuch();
      }
      return new ReadOutcome.Failed(
          entry.whole(),
          "the archive is damaged or cut off ("
              + Problems.of(e)
              + "); "
              + (records > 0 ? "what was read before stands; " : "")
              + "get it anew");
    }
  }

  private ReadOutcome tooMuch() {
    return new ReadOutcome.Skipped(entry.whole(), SkipReason.OVER_LIMIT, expansion.told());
  }

  private ReadOutcome begin(Archive.Member next) throws IOException {
    String path = path(next.path());
    Origin whole =
        new Origin(entry.whole().corpus(), entry.whole().path(), path, 0, 0, next.size());
    if (isHidden(next.path())) {
      return new ReadOutcome.Skipped(whole, SkipReason.EXCLUDED, "a hidden file");
    }
    if (next.obstacle() != null) {
      return new ReadOutcome.Skipped(whole, next.obstacle().reason(), next.obstacle().detail());
    }
    if (next.sample() != null && Sample.isData(next.path())) {
      return new ReadOutcome.Skipped(
          whole, SkipReason.EXCLUDED, "a label or numbers of the sample " + next.sample().key());
    }
    if (expansion.isExhausted()) {
      done = true;
      return tooMuch();
    }
    ReadOutcome outcome = opened(whole, next);
    if (member != null && next.sample() != null) {
      member = new SampleReader(member, next.sample());
    }
    return outcome;
  }

  private ReadOutcome opened(Origin whole, Archive.Member next) throws IOException {
    InputStream bytes = expansion.counted(next.bytes());
    byte[] start = bytes.readNBytes(START + 1);
    if (start.length <= START) {
      return held(whole, start, Digests.sha256(new Utf8Text(start, 0, start.length)));
    }
    MemberBytes.Sink sink = seenBytes.begin(whole);
    sink.bytes(start, 0, start.length);
    streamed =
        sink.equals(MemberBytes.Sink.NONE) ? null : new SeenStream(bytes, next.bytes(), sink);
    InputStream rest = streamed == null ? bytes : streamed;
    return open(whole, new MemberSource(start, rest, next.size(), limits.maxMemberBytes()));
  }

  private ReadOutcome held(Origin whole, byte[] bytes, String digest) throws IOException {
    String before = seen.putIfAbsent(whole.member(), digest);
    if (digest.equals(before)) {
      return new ReadOutcome.Skipped(
          whole, SkipReason.DUPLICATE_MEMBER, "the same name and the same bytes as one before it");
    }
    Origin named = before == null ? whole : renamed(whole);
    MemberBytes.Sink sink = seenBytes.begin(named);
    sink.bytes(bytes, 0, bytes.length);
    sink.end();
    return open(named, new Source.OfBytes(bytes));
  }

  /** Another member under a name that was there before. */
  private Origin renamed(Origin whole) {
    int number = 2;
    while (seen.containsKey(whole.member() + "~" + number)) {
      number++;
    }
    String name = whole.member() + "~" + number;
    seen.put(name, "");
    return new Origin(whole.corpus(), whole.path(), name, 0, 0, whole.byteEnd());
  }

  private ReadOutcome open(Origin whole, Source source) throws IOException {
    Entry inside = Entry.of(whole, source, entry.around().archive(entry.format()));
    try {
      member = members.open(inside);
      return null;
    } catch (MemberSource.OverLimitException e) {
      drain();
      return new ReadOutcome.Skipped(
          whole,
          SkipReason.OVER_LIMIT,
          "larger than "
              + limits.maxMemberBytes()
              + " bytes, which may be held in memory; raise --max-member, or unpack it");
    }
  }

  private String path(String name) {
    return entry.whole().member() == null ? name : entry.whole().member() + INSIDE + name;
  }

  /** As in folders: what begins with a dot, and what a Mac adds to every archive. */
  private static boolean isHidden(String path) {
    return path.startsWith("__MACOSX/")
        || path.substring(path.lastIndexOf('/') + 1).startsWith(".");
  }

  @Override
  public long records() {
    return records;
  }

  @Override
  public void close() {
    done = true;
    try {
      if (member != null) {
        member.close();
      }
      if (archive != null) {
        archive.close();
      }
    } catch (IOException e) {
      // all that was wanted has been read
    }
  }
}
