package dev.bookplate.corpus;

import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An archive whose members know of the others in their sample. Members of one key that follow each
 * other are a sample if they are of several kinds, each once, with a .txt or a .json among them; so
 * books with a dot in their names are none. Members are read ahead for that, up to the first of
 * another key or the first large one.
 */
final class SampleArchive implements Archive {
  /** Bytes of members that are read ahead; a sample with more is none. */
  private static final int AHEAD = 16 << 20;

  private final Archive archive;
  private final FactsReader facts;
  private final Deque<Member> ready = new ArrayDeque<>();

  /** What was read ahead and belongs to the next sample, if it is all in memory. */
  private Held next;

  private IOException failure;
  private boolean ended;

  /** A member in memory, or with its first bytes there. */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  private record Held(Member member, byte[] start, boolean isWhole) {
    Member given(Sample sample) {
      InputStream bytes = new ByteArrayInputStream(start);
      return new Member(
          member.path(),
          member.size(),
          member.obstacle(),
          isWhole ? bytes : new SequenceInputStream(bytes, new LeftOpen(member.bytes())),
          sample);
    }
  }

  /** The archive's own stream, which goes on behind the member. */
  private static final class LeftOpen extends FilterInputStream {
    LeftOpen(InputStream in) {
      super(in);
    }

    @Override
    public void close() {
      // the archive is closed by whoever reads it
    }
  }

  SampleArchive(Archive archive, FactsReader facts) {
    this.archive = archive;
    this.facts = facts;
  }

  @Override
  public Member next() throws IOException {
    if (ready.isEmpty()) {
      readSample();
    }
    if (ready.isEmpty() && failure != null) {
      throw failure;
    }
    return ready.poll();
  }

  private void readSample() {
    List<Held> group = new ArrayList<>();
    Held held = next == null ? read() : next;
    next = null;
    long size = 0;
    while (held != null) {
      group.add(held);
      size += held.start.length;
      if (!held.isWhole || size > AHEAD) {
        break;
      }
      held = read();
      if (held != null && !sameKey(group.getFirst(), held)) {
        next = held;
        break;
      }
    }
    Sample sample = isSample(group) ? sample(group) : null;
    group.forEach(each -> ready.add(each.given(sample)));
  }

  /** The next member; null at the end, and where the archive is damaged. */
  private Held read() {
    if (ended) {
      return null;
    }
    try {
      Member member = archive.next();
      ended = member == null;
      if (ended) {
        return null;
      }
      byte[] start = member.obstacle() == null ? member.bytes().readNBytes(AHEAD + 1) : new byte[0];
      return new Held(member, start, start.length <= AHEAD);
    } catch (IOException | RuntimeException e) {
      failure = e instanceof IOException io ? io : new IOException(Problems.of(e), e);
      ended = true;
      return null;
    }
  }

  private static boolean sameKey(Held first, Held other) {
    return Sample.key(first.member.path()).equals(Sample.key(other.member.path()));
  }

  private static boolean isSample(List<Held> group) {
    Set<String> kinds = new HashSet<>();
    for (Held held : group) {
      String kind = Sample.kind(held.member.path());
      if (!held.isWhole || kind.isEmpty() || !kinds.add(kind)) {
        return false;
      }
    }
    return kinds.size() > 1 && (kinds.contains("txt") || kinds.contains("json"));
  }

  private Sample sample(List<Held> group) {
    CorpusDocument.Claims claims = CorpusDocument.Claims.NONE;
    for (Held held : group) {
      if (Sample.kind(held.member.path()).equals("json")) {
        claims = facts.read(held.start, 0, held.start.length).claims();
      }
    }
    return new Sample(Sample.key(group.getFirst().member.path()), claims);
  }

  @Override
  public void close() throws IOException {
    archive.close();
  }
}
