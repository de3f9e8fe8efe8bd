package dev.bookplate.index;

import dev.bookplate.fingerprint.Surroundings;
import java.io.Closeable;
import java.io.IOException;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;
import org.apache.lucene.store.IndexOutput;
import org.apache.lucene.util.BitUtil;
import org.apache.lucene.util.BytesRef;

/**
 * Terms and places as Lucene hands them over. What decides the width of an entry is known only when
 * all are seen, so they pass through a temporary file.
 */
final class CollectedPassages extends PassageSource implements Closeable {
  private final Directory directory;
  private final String temporary;
  private final IndexInput in;
  private long terms;
  private long repeated;
  private int maxWord;
  private long left;
  private long term;

  CollectedPassages(TermsEnum each, Directory directory, String segment) throws IOException {
    this.directory = directory;
    try (IndexOutput out = directory.createTempOutput(segment, "passages", IOContext.DEFAULT)) {
      temporary = out.getName();
      collect(each, out);
      CodecUtil.writeFooter(out);
    }
    in = directory.openInput(temporary, IOContext.READONCE);
    left = terms;
  }

  /** Every term with its places: the term, how many, and of each what is known of it. */
  private void collect(TermsEnum each, IndexOutput out) throws IOException {
    PostingsEnum postings = null;
    for (BytesRef bytes = each.next(); bytes != null; bytes = each.next()) {
      postings = each.postings(postings, PostingsEnum.PAYLOADS);
      clear();
      for (int doc = postings.nextDoc();
          doc != DocIdSetIterator.NO_MORE_DOCS;
          doc = postings.nextDoc()) {
        for (int i = postings.freq(); i > 0; i--) {
          int word = postings.nextPosition();
          maxWord = Math.max(maxWord, word);
          add(doc, word, around(postings.getPayload()));
        }
      }
      if (count() > 0) {
        terms++;
        repeated += count() > 1 ? count() : 0;
        write(IndexFormat.term(bytes), out);
      }
    }
  }

  private static int around(BytesRef payload) {
    return payload == null
        ? Surroundings.UNKNOWN
        : (int) BitUtil.VH_LE_INT.get(payload.bytes, payload.offset);
  }

  private void write(long of, IndexOutput out) throws IOException {
    out.writeLong(of);
    out.writeVInt(count());
    for (int i = 0; i < count(); i++) {
      out.writeVInt(document(i));
      out.writeVInt(word(i));
      out.writeInt(around(i));
    }
  }

  @Override
  Bounds bounds() {
    return new Bounds(terms, repeated, maxWord);
  }

  @Override
  boolean next() throws IOException {
    if (left == 0) {
      return false;
    }
    left--;
    clear();
    term = in.readLong();
    for (int i = in.readVInt(); i > 0; i--) {
      add(in.readVInt(), in.readVInt(), in.readInt());
    }
    return true;
  }

  @Override
  long term() {
    return term;
  }

  @Override
  public void close() throws IOException {
    in.close();
    directory.deleteFile(temporary);
  }
}
