package dev.bookplate.corpus;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bookplate.corpus.TableFiles.LiveFile;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.avro.file.DataFileStream;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;

/**
 * The files of an Iceberg table's current snapshot, from its metadata: the list of manifests, the
 * manifests, and what these say of data files and of files that delete rows. By the format's
 * specification, versions 1 to 3. Deletes by position and deletion vectors are applied; those by
 * equality are refused.
 */
final class IcebergTable {
  private static final int DELETED = 2;
  private static final long MOST_MANIFEST_BYTES = 1L << 30;

  private final Path folder;
  private final Duration patience;
  private final IcebergMetadata metadata;
  private final List<IcebergFile> data = new ArrayList<>();
  private final List<IcebergFile> deletes = new ArrayList<>();

  private IcebergTable(Path folder, IcebergMetadata metadata, Duration patience) {
    this.folder = folder;
    this.metadata = metadata;
    this.patience = patience;
  }

  /** Which files are the table. */
  static TableFiles of(Path folder) throws IOException {
    return of(folder, GuardedReader.PATIENCE);
  }

  /** The same; each of its manifests is given so long. */
  static TableFiles of(Path folder, Duration patience) throws IOException {
    try {
      IcebergMetadata metadata = IcebergMetadata.newest(folder.resolve(IcebergMetadata.FOLDER));
      return new IcebergTable(folder, metadata, patience).files();
    } catch (UnsupportedTableException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      throw new UnsupportedTableException(
          "its metadata cannot be read (" + Problems.withCause(e) + "); get it anew");
    }
  }

  private TableFiles files() throws IOException {
    int version = metadata.version();
    JsonNode snapshot = metadata.snapshot();
    String people = "the current state of the Iceberg table, which has no snapshot";
    if (snapshot != null) {
      people = "snapshot " + snapshot.path("snapshot-id").asText() + " of the Iceberg table";
      snapshot(snapshot, version);
      requireAll("data", data.size(), snapshot);
      requireAll("delete", deletes.size(), snapshot);
    }
    SortedMap<String, LiveFile> live = new TreeMap<>();
    List<TableColumn> columns = metadata.columns();
    for (IcebergFile file : data) {
      live.put(inFolder(file.path()), live(file, people, columns));
    }
    return new TableFiles(people, live);
  }

  private void snapshot(JsonNode snapshot, int version) throws IOException {
    if (snapshot.hasNonNull("manifest-list")) {
      for (GenericRecord manifest : records(local(snapshot.get("manifest-list").asText()))) {
        manifest(manifest, version);
      }
      return;
    }
    for (JsonNode manifest : snapshot.path("manifests")) { // as first tables had it
      entries(records(local(manifest.asText())), 0, 0);
    }
  }

  /** A list that ends between two of its blocks does not show it. */
  private static void requireAll(String kind, long found, JsonNode snapshot) throws IOException {
    long said = snapshot.path("summary").path("total-" + kind + "-files").asLong(0);
    if (found < said) {
      throw new UnsupportedTableException(
          "its manifests name "
              + found
              + " "
              + kind
              + " files of the "
              + said
              + " that its snapshot counts; get it anew, whole");
    }
  }

  private void manifest(GenericRecord manifest, int version) throws IOException {
    Path file = local(String.valueOf(manifest.get("manifest_path")));
    if (Files.size(file) != number(manifest, "manifest_length")) {
      throw new UnsupportedTableException(
          "the manifest "
              + file.getFileName()
              + " has not the length that the list of manifests says; get it anew");
    }
    boolean numbered = version > 1 && manifest.hasField("sequence_number");
    entries(
        records(file),
        numbered ? number(manifest, "sequence_number") : 0,
        (int) number(manifest, "partition_spec_id"));
  }

  /** A file without a number of its own has its manifest's. */
  private void entries(List<GenericRecord> entries, long sequence, int spec) throws IOException {
    for (GenericRecord entry : entries) {
      if (number(entry, "status") == DELETED) {
        continue;
      }
      if (!(entry.get("data_file") instanceof GenericRecord of)) {
        throw new UnsupportedTableException("a manifest names no file in an entry; get it anew");
      }
      boolean own = entry.hasField("sequence_number") && entry.get("sequence_number") != null;
      IcebergFile file =
          new IcebergFile(entry, of, own ? number(entry, "sequence_number") : sequence, spec);
      if (file.isEqualityDeletes()) {
        throw new UnsupportedTableException(
            "rows of it are deleted by equality, in "
                + file.path()
                + ", which is not applied here; compact the table (rewrite_data_files), or unload"
                + " it");
      }
      (file.isPositionDeletes() ? deletes : data).add(file);
    }
  }

  private static long number(GenericRecord record, String name) {
    return record.hasField(name) && record.get(name) instanceof Number n ? n.longValue() : 0;
  }

  private LiveFile live(IcebergFile file, String people, List<TableColumn> columns)
      throws IOException {
    if (!file.format().equals("PARQUET")) {
      return new LiveFile(
          null,
          "a file of "
              + people
              + " in the format "
              + file.format()
              + ", which is not read; rewrite the table as Parquet");
    }
    List<DeletedRows> deleted = new ArrayList<>();
    for (IcebergFile each : deletes) {
      if (each.mayDeleteFrom(file)) {
        deleted.add(deleted(each, file));
      }
    }
    return new LiveFile(new TablePart(people, columns, deleted), null);
  }

  private DeletedRows deleted(IcebergFile deletes, IcebergFile from) throws IOException {
    String file = local(deletes.path()).toString();
    return switch (deletes.format()) {
      case "PARQUET" -> new DeletedRows.Positions(file, from.path());
      case "PUFFIN" -> // its own length and a checksum are counted here
          new DeletedRows.InFile(
              file,
              deletes.number("content_offset"),
              Math.toIntExact(deletes.number("content_size_in_bytes") - 2L * Integer.BYTES));
      default ->
          throw new UnsupportedTableException(
              "rows of it are deleted by "
                  + deletes.path()
                  + ", in the format "
                  + deletes.format()
                  + ", which is not read; rewrite the table as Parquet");
    };
  }

  /** A file that the table names, in this folder, wherever it was when that was written. */
  private Path local(String path) throws IOException {
    Path file = folder.resolve(inFolder(path)).normalize();
    if (!file.startsWith(folder) || !Files.isRegularFile(file)) {
      throw new UnsupportedTableException(
          "it names " + path + ", which is not in its folder; get it anew, whole");
    }
    return file;
  }

  /** The path within the folder; as it is named where it is elsewhere. */
  private String inFolder(String path) {
    String plain = plain(path);
    String location = plain(metadata.location());
    String root = location.endsWith("/") ? location : location + "/";
    return plain.startsWith(root) ? plain.substring(root.length()) : path;
  }

  /** One name for what is named in several ways. */
  private static String plain(String path) {
    return path.replaceFirst("^s3[an]:", "s3:").replaceFirst("^file:/*", "/");
  }

  private List<GenericRecord> records(Path file) throws IOException {
    if (Files.size(file) > MOST_MANIFEST_BYTES) {
      throw new UnsupportedTableException(file.getFileName() + " is larger than any manifest");
    }
    return Patience.with(patience, "the manifest " + file.getFileName(), () -> read(file));
  }

  private static List<GenericRecord> read(Path file) throws IOException {
    List<GenericRecord> records = new ArrayList<>();
    try (InputStream in = new BufferedInputStream(Files.newInputStream(file));
        DataFileStream<GenericRecord> stream =
            new DataFileStream<>(in, new GenericDatumReader<>())) {
      stream.forEachRemaining(records::add);
    } catch (RuntimeException e) { // Avro wraps what goes wrong within a file
      throw new IOException(
          "the manifest " + file.getFileName() + " is damaged: " + Problems.withCause(e), e);
    }
    return records;
  }
}
