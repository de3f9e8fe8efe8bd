package dev.bookplate.books;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.bookplate.index.IndexException;
import dev.bookplate.origin.Digests;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files that stand beside the index of records and belong to one commit of it: the commit names
 * them with their digests.
 *
 * @param tableFile which record is of which work
 * @param joinsFile why
 * @param factsFile what went in
 */
record BookFiles(Path tableFile, Path joinsFile, Path factsFile) {
  private static final String TABLE = "table";
  private static final String JOINS = "joins";
  private static final String FACTS = "facts";
  private static final String DIGEST = "Sha256";
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  /** The files of a new commit. */
  static BookFiles of(Path folder, String id) {
    return new BookFiles(
        folder.resolve(TABLE + "-" + id + ".bin"),
        folder.resolve(JOINS + "-" + id + ".bin"),
        folder.resolve(FACTS + "-" + id + ".json"));
  }

  /** The files that a commit names. */
  static BookFiles of(Path folder, Map<String, String> commit) {
    return new BookFiles(
        folder.resolve(commit.get(TABLE)),
        folder.resolve(commit.get(JOINS)),
        folder.resolve(commit.get(FACTS)));
  }

  /** What a commit is to say of them. */
  Map<String, String> commitData() throws IOException {
    Map<String, String> data = new LinkedHashMap<>();
    for (Map.Entry<String, Path> file : byRole().entrySet()) {
      data.put(file.getKey(), String.valueOf(file.getValue().getFileName()));
      data.put(file.getKey() + DIGEST, Digests.of(file.getValue()).sha256());
    }
    return data;
  }

  /**
   * Holds them against the digests that the commit has.
   *
   * @throws IndexException if one is another
   */
  void check(Map<String, String> commit) throws IOException {
    for (Map.Entry<String, Path> file : byRole().entrySet()) {
      if (!Files.isRegularFile(file.getValue())) {
        throw new IndexException(file.getValue() + " is not there: build the catalogue again");
      }
      if (!Digests.of(file.getValue()).sha256().equals(commit.get(file.getKey() + DIGEST))) {
        throw new IndexException(
            file.getValue() + " is not what its digest is of: build the catalogue again");
      }
    }
  }

  private Map<String, Path> byRole() {
    Map<String, Path> files = new LinkedHashMap<>();
    files.put(TABLE, tableFile);
    files.put(JOINS, joinsFile);
    files.put(FACTS, factsFile);
    return files;
  }

  List<Path> all() {
    return List.copyOf(byRole().values());
  }

  WorkTable table() throws IOException {
    return WorkTable.open(tableFile);
  }

  BookFacts facts() throws IOException {
    try {
      return MAPPER.readValue(factsFile.toFile(), BookFacts.class);
    } catch (JsonProcessingException e) {
      throw new IndexException(factsFile + " is damaged: build the catalogue again", e);
    } catch (NoSuchFileException | FileNotFoundException e) {
      throw new IndexException(factsFile + " is not there: build the catalogue again", e);
    }
  }

  void write(BookFacts facts) throws IOException {
    MAPPER.writeValue(factsFile.toFile(), facts);
  }
}
