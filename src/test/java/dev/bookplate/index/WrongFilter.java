package dev.bookplate.index;

import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.Map;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.SegmentInfos;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;

/** An index whose every byte is as its checksums say, and whose filter is another's. */
public final class WrongFilter {
  private WrongFilter() {}

  /** Puts the filter of one index in the place of another's. */
  public static void put(Path from, Path to) throws IOException {
    try (Directory directory = FSDirectory.open(to);
        IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
      Map<String, String> data = new HashMap<>(data(to));
      Path wrong = from.resolve(data(from).get("filter"));
      Files.copy(wrong, to.resolve(data.get("filter")), StandardCopyOption.REPLACE_EXISTING);
      data.put("filterSha256", Digests.of(wrong).sha256());
      writer.setLiveCommitData(data.entrySet());
      writer.commit();
    }
  }

  private static Map<String, String> data(Path index) throws IOException {
    try (Directory directory = FSDirectory.open(index)) {
      return SegmentInfos.readLatestCommit(directory).getUserData();
    }
  }
}
