package dev.bookplate.index;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LibraryMergePolicyTest {
  @TempDir Path folder;

  private int segments() throws IOException {
    try (Directory directory = FSDirectory.open(folder);
        DirectoryReader reader = DirectoryReader.open(directory)) {
      return reader.leaves().size();
    }
  }

  @Test
  void bookByBookFewSegmentsAreLeftAndNothingIsLost() throws IOException {
    int most = 0;
    for (int i = 0; i < 40; i++) {
      Shelves.add(folder, Shelves.entry("book " + i, Shelves.text(i, 300)));
      most = Math.max(most, segments());
    }
    assertTrue(most <= 4, most + " segments");
    ReferenceIndex.verify(folder);
    try (ReferenceIndex index = ReferenceIndex.open(folder, Shelves.SPEC)) {
      assertEquals(40, index.maxEdition());
    }
  }

  @Test
  void aBookBesideALibraryDoesNotRewriteIt() throws IOException {
    ReferenceEntry[] library = new ReferenceEntry[20];
    for (int i = 0; i < library.length; i++) {
      library[i] = Shelves.entry("book " + i, Shelves.text(i, 3000));
    }
    Shelves.add(folder, library);
    assertEquals(1, segments());
    Shelves.add(folder, Shelves.entry("one more", Shelves.text(99, 3000)));
    assertEquals(2, segments());
    Shelves.add(folder, Shelves.entry("another", Shelves.text(98, 3000)));
    assertEquals(2, segments());
  }
}
