package dev.bookplate.catalogue.rows;

import dev.bookplate.extract.Source;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The formats that catalogues are read from, in the order in which they are asked. */
public final class RowFormats {
  /** The widest of them comes last: almost any lines may be paths. */
  private static final List<RowFormat> ALL =
      List.of(
          new SqlDump(),
          new AnnasContainers(),
          new TorrentList(),
          new Onix(),
          new Calibre(),
          new MarcBinary(),
          new MarcXml(),
          new MarcJson(),
          new MarcText(),
          new OpfFile(),
          new Renewals(),
          new Hathifile(),
          new OpenLibrary(),
          new OpenLibraryDatabase(),
          new Gutenberg(),
          new XlsxTable(),
          new JsonTable(),
          new ChecksumList(),
          new CsvTable(),
          new RegistrationList(),
          new PathList());

  private static final Set<Class<?>> BESIDE_BOOKS =
      Set.of(
          OpfFile.class,
          JsonTable.class,
          ChecksumList.class,
          RegistrationList.class,
          PathList.class);

  private static final int HEAD = 8192;

  private RowFormats() {}

  /** The format with a label, as typed. */
  public static Optional<RowFormat> of(String label) {
    return ALL.stream().filter(f -> f.label().equals(label)).findFirst();
  }

  /**
   * The first format that takes a source for its own.
   *
   * @param unpacked its bytes
   * @param name its file name in lower case, without the ending of a packing
   */
  public static Optional<RowFormat> recognise(Source unpacked, String name) throws IOException {
    String head = new String(unpacked.head(HEAD), StandardCharsets.ISO_8859_1);
    return ALL.stream().filter(f -> f.recognises(head, name)).findFirst();
  }

  /**
   * Whether a file of a format is rows where it stands in a folder of e-books, and nobody said that
   * it is a list. Checksums, names and the records of single books stand beside books as well.
   */
  public static boolean isRowsBesideBooks(RowFormat format) {
    return !BESIDE_BOOKS.contains(format.getClass());
  }

  /**
   * What a file of a format beside e-books is that is no book, for people: what another program
   * wrote of a book next to it, or checksums. As texts of books they would be found wherever such
   * files are.
   */
  public static Optional<String> noBook(RowFormat format) {
    String what =
        switch (format) {
          case OpfFile record -> "a record of a book (OPF)";
          case ChecksumList list -> "a list of checksums";
          default -> null;
        };
    return Optional.ofNullable(what)
        .map(
            is -> is + " and no book; to have what it says, give the file itself to catalogue add");
  }

  /** What a folder of a Calibre library is read from; any other path is itself. */
  public static Path inside(Path source) {
    Path database = source.resolve("metadata.db");
    return Files.isDirectory(source) && Files.isRegularFile(database) ? database : source;
  }

  /** All labels, for messages. */
  public static String labels() {
    return ALL.stream().map(RowFormat::label).collect(Collectors.joining(", "));
  }
}
