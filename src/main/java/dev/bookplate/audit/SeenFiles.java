package dev.bookplate.audit;

import dev.bookplate.catalogue.digests.FileDigester;
import dev.bookplate.catalogue.digests.FileDigests;
import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.corpus.MemberBytes;
import dev.bookplate.origin.Origin;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The files and members that a reader has come by, with their digests, until somebody says what
 * became of them. Belongs to one thread.
 */
final class SeenFiles implements MemberBytes {
  /**
   * A file, a member, or what a packed file unpacks to.
   *
   * @param what it is, as people are told it
   * @param digests of its bytes
   */
  record Seen(String what, FileDigests digests) {}

  private final Set<Digest> kinds;
  private final Map<Origin, List<Seen>> files = new LinkedHashMap<>();

  /** Digests in these kinds; in none where there is no kind. */
  SeenFiles(Set<Digest> kinds) {
    this.kinds = kinds;
  }

  /** Notes a file of the corpus. */
  void add(Origin whole, FileDigests digests) {
    if (digests != null) {
      files.computeIfAbsent(whole, w -> new ArrayList<>()).add(new Seen("the file", digests));
    }
  }

  /** What was seen of a file or member, which is then forgotten; null for what is none. */
  List<Seen> take(Origin whole) {
    return files.remove(whole);
  }

  /** All that nobody took, in the order in which it was met; it is then forgotten. */
  Map<Origin, List<Seen>> takeAll() {
    Map<Origin, List<Seen>> all = new LinkedHashMap<>(files);
    files.clear();
    return all;
  }

  /** Files of another member than this one: their documents are all told of. */
  Map<Origin, List<Seen>> takeOthers(Origin now) {
    Map<Origin, List<Seen>> others = new LinkedHashMap<>(files);
    others.keySet().removeIf(o -> holds(o, now));
    files.keySet().removeAll(others.keySet());
    return others;
  }

  /** Whether a document may be in a file or member: its own, or one around that. */
  private static boolean holds(Origin file, Origin document) {
    String own = document.member();
    return file.member() == null
        || own != null && (own.equals(file.member()) || own.startsWith(file.member() + "!"));
  }

  @Override
  public Sink begin(Origin whole) {
    if (kinds.isEmpty()) {
      return Sink.NONE;
    }
    FileDigester digester = new FileDigester(kinds);
    return new Sink() {
      @Override
      public void bytes(byte[] data, int from, int count) {
        digester.update(data, from, count);
      }

      @Override
      public void end() {
        boolean isInside = whole.member() == null || files.containsKey(whole);
        String what = isInside ? "its unpacked bytes" : "the member";
        files.computeIfAbsent(whole, w -> new ArrayList<>()).add(new Seen(what, digester.finish()));
      }
    };
  }
}
