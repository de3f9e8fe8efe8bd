package dev.bookplate.index;

import java.io.IOException;
import org.apache.lucene.codecs.FieldsConsumer;
import org.apache.lucene.codecs.FieldsProducer;
import org.apache.lucene.codecs.PostingsFormat;
import org.apache.lucene.index.IndexFileNames;
import org.apache.lucene.index.SegmentReadState;
import org.apache.lucene.index.SegmentWriteState;

/**
 * How a segment keeps passage fingerprints: a table sorted by fingerprint, with a directory of
 * buckets by its leading bits. The terms are hashes, spread evenly, so that a lookup is two reads
 * at places that can be computed, and not the walk through a tree that terms of a language need: in
 * a library of a billion words nearly all the time of clean text goes into lookups.
 *
 * <p>An entry is what the bucket does not say of the term, and a place: the document and the
 * ordinal of the word in it, packed, and what stands around it; or, with the first bit set, where
 * in the file the places of the fingerprint are listed.
 */
public final class PassagePostings extends PostingsFormat {
  static final String NAME = "BookplatePassages2";
  static final int VERSION = 1;

  /** Made by Lucene, by the name that a segment has. */
  public PassagePostings() {
    super(NAME);
  }

  @Override
  public FieldsConsumer fieldsConsumer(SegmentWriteState state) {
    return new PassageTableWriter(state);
  }

  @Override
  public FieldsProducer fieldsProducer(SegmentReadState state) throws IOException {
    return new PassageTableReader(state);
  }

  static String file(String segment, String suffix) {
    return IndexFileNames.segmentFileName(segment, suffix, "bpt");
  }
}
