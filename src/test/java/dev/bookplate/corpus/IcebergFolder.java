package dev.bookplate.corpus;

import dev.bookplate.corpus.ParquetFiles.Codec;
import dev.bookplate.corpus.ParquetFiles.Column;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.BaseTable;
import org.apache.iceberg.DataFile;
import org.apache.iceberg.DataFiles;
import org.apache.iceberg.DeleteFile;
import org.apache.iceberg.FileFormat;
import org.apache.iceberg.FileMetadata;
import org.apache.iceberg.LocationProviders;
import org.apache.iceberg.PartitionSpec;
import org.apache.iceberg.Schema;
import org.apache.iceberg.SortOrder;
import org.apache.iceberg.Table;
import org.apache.iceberg.TableMetadata;
import org.apache.iceberg.TableMetadataParser;
import org.apache.iceberg.TableOperations;
import org.apache.iceberg.deletes.BaseDVFileWriter;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.LocationProvider;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.types.Types;

/** An Iceberg table in a folder, whose metadata Iceberg's own library writes. */
final class IcebergFolder {
  private static final Schema SCHEMA =
      new Schema(
          Types.NestedField.required(1, "id", Types.LongType.get()),
          Types.NestedField.optional(2, "text", Types.StringType.get()));
  private static final PartitionSpec SPEC = PartitionSpec.unpartitioned();

  private final Path folder;
  private final Table table;

  IcebergFolder(Path folder, int version) throws IOException {
    this.folder = folder;
    Files.createDirectories(folder.resolve("metadata"));
    Files.createDirectories(folder.resolve("data"));
    Operations operations = new Operations(folder);
    operations.commit(
        null,
        TableMetadata.newTableMetadata(
            SCHEMA,
            SPEC,
            SortOrder.unsorted(),
            folder.toString(),
            Map.of("format-version", String.valueOf(version))));
    table = new BaseTable(operations, "t");
  }

  Table table() {
    return table;
  }

  /** Writes a data file of texts, which is not of the table yet. */
  DataFile data(String name, String... texts) throws IOException {
    Path file = folder.resolve("data").resolve(name);
    List<Long> ids = Collections.nCopies(texts.length, 7L);
    Files.write(
        file,
        new ParquetFiles(Codec.SNAPPY, Column.number("id").withId(1), Column.text("text").withId(2))
            .group(ids, Arrays.asList(texts))
            .bytes());
    return DataFiles.builder(SPEC)
        .withPath(file.toString())
        .withFormat(FileFormat.PARQUET)
        .withFileSizeInBytes(Files.size(file))
        .withRecordCount(texts.length)
        .build();
  }

  /** Adds data files. */
  void append(DataFile... files) {
    org.apache.iceberg.AppendFiles append = table.newAppend();
    Arrays.asList(files).forEach(append::appendFile);
    append.commit();
  }

  /** Writes a file that deletes rows of a data file by position. */
  DeleteFile positions(String name, DataFile of, Long... rows) throws IOException {
    Path file = folder.resolve("data").resolve(name);
    List<String> paths = Collections.nCopies(rows.length, of.location());
    Files.write(
        file,
        new ParquetFiles(Codec.SNAPPY, Column.text("file_path"), Column.number("pos"))
            .group(paths, Arrays.asList(rows))
            .bytes());
    return deletes(file).ofPositionDeletes().withRecordCount(rows.length).build();
  }

  /** A file that deletes rows by equality, which need not be there. */
  DeleteFile equality(String name) throws IOException {
    Path file = Files.writeString(folder.resolve("data").resolve(name), "x");
    return deletes(file).ofEqualityDeletes(1).withRecordCount(1).build();
  }

  private static FileMetadata.Builder deletes(Path file) throws IOException {
    return FileMetadata.deleteFileBuilder(SPEC)
        .withPath(file.toString())
        .withFormat(FileFormat.PARQUET)
        .withFileSizeInBytes(Files.size(file));
  }

  /** Writes a deletion vector. */
  DeleteFile vector(String name, DataFile of, long... rows) throws IOException {
    String file = folder.resolve("data").resolve(name).toString();
    BaseDVFileWriter writer =
        new BaseDVFileWriter(() -> org.apache.iceberg.Files.localOutput(file), path -> null);
    try (writer) {
      for (long row : rows) {
        writer.delete(of.location(), row, SPEC, null);
      }
    }
    return writer.result().deleteFiles().getFirst();
  }

  /** Metadata in files v1, v2, and so on, with the hint of a catalogue that is a folder. */
  private static final class Operations implements TableOperations {
    private final Path folder;
    private TableMetadata current;
    private int version;

    Operations(Path folder) {
      this.folder = folder;
    }

    @Override
    public TableMetadata current() {
      return current;
    }

    @Override
    public TableMetadata refresh() {
      return current;
    }

    @Override
    public void commit(TableMetadata base, TableMetadata metadata) {
      version++;
      String file = metadataFileLocation("v" + version + ".metadata.json");
      TableMetadataParser.overwrite(metadata, io().newOutputFile(file));
      current = TableMetadataParser.read(io(), file);
      try {
        Files.writeString(
            folder.resolve("metadata/version-hint.text"),
            String.valueOf(version),
            StandardCharsets.UTF_8);
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }

    @Override
    public FileIO io() {
      return new LocalFiles();
    }

    @Override
    public String metadataFileLocation(String name) {
      return folder.resolve("metadata").resolve(name).toString();
    }

    @Override
    public LocationProvider locationProvider() {
      return LocationProviders.locationsFor(current.location(), current.properties());
    }
  }

  private static final class LocalFiles implements FileIO {
    private static final long serialVersionUID = 1;

    @Override
    public InputFile newInputFile(String path) {
      return org.apache.iceberg.Files.localInput(path);
    }

    @Override
    public OutputFile newOutputFile(String path) {
      return org.apache.iceberg.Files.localOutput(path);
    }

    @Override
    public void deleteFile(String path) {
      Path.of(path).toFile().delete();
    }
  }
}
