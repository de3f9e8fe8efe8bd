package dev.bookplate.cli;

import dev.bookplate.corpus.CorpusSource;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.evidence.RunJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Shows what a scan sees in its inputs. */
@Command(
    name = "inspect",
    sortOptions = false,
    description = {
      "Show what a scan sees in its inputs: the format and all that is packed in each other, the"
          + " documents, what they say of themselves, and what cannot be read, and why; of folders"
          + " whose layout they have, as that of a Delta table or of Dolma.",
      "",
      "With --text --record N, print the text of one record and nothing else: the text in which a"
          + " finding's offsets count code points. Records count from 0."
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  bookplate inspect book.epub part-000.jsonl.gz",
      "  bookplate inspect crawl/ --limit 20",
      "  bookplate inspect part-000.jsonl.gz --text --record 17",
      "  bookplate inspect books3.tar.gz --text --member 'A/Author - Title.epub.txt'"
    })
final class InspectCommand extends BookplateCommand {
  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      converter = LocationConverter.class,
      description = "Files, or folders of them, as a scan would take them.")
  private List<Path> files;

  @Option(names = "--text", description = "Print exactly the text of a record, in UTF-8.")
  private boolean text;

  @Option(names = "--record", paramLabel = "N", description = "Which record. Default: 0.")
  private Long record;

  @Option(
      names = "--member",
      paramLabel = "PATH",
      description = "Of an archive, the member that the record is in, as findings name it.")
  private String member;

  @Option(
      names = "--limit",
      paramLabel = "N",
      description = "Read no more than the first N records of each file. Default: all.")
  private Long limit;

  @Mixin private ReadingOptions reading;

  @Option(
      names = "--json",
      description =
          "Print a JSON object a line for each file, and before them one for each layout of a"
              + " folder.")
  private boolean json;

  InspectCommand(Session session) {
    super(session);
  }

  @Override
  ExitCode execute() throws IOException {
    InputPaths.requireAll("file", files);
    ReadOptions options = reading.toReadOptions();
    if (text) {
      return text(options);
    }
    if (record != null || member != null) {
      throw new UsageException("--record and --member are for --text; give it, too, or neither.");
    }
    if (limit != null && limit < 1) {
      throw new UsageException("--limit must be at least 1.");
    }
    return overview(options);
  }

  private ExitCode text(ReadOptions options) throws IOException {
    if (files.size() != 1) {
      throw new UsageException("--text prints a record of one file; name one file.");
    }
    byte[] bytes = new RecordText(files.get(0), member, options).of(record == null ? 0 : record);
    session().out().write(bytes, 0, bytes.length);
    return ExitCode.DONE;
  }

  private ExitCode overview(ReadOptions options) throws IOException {
    FactSheet sheet = new FactSheet();
    boolean isRead = true;
    for (Path path : files) {
      CorpusSource source = CorpusSource.of(List.of(path), options);
      FolderLayouts layouts = new FolderLayouts(path, source.layouts());
      if (json) {
        layouts.lines().forEach(line -> print(RunJson.line(line)));
      } else {
        layouts.tell(sheet);
      }
      isRead &= overview(path, source, options, sheet);
    }
    sheet.lines().forEach(this::print);
    return isRead ? ExitCode.DONE : ExitCode.UNREAD;
  }

  /** Tells of the files of one path; whether all of them are read. */
  private boolean overview(Path path, CorpusSource source, ReadOptions options, FactSheet sheet) {
    List<FileOverview> overviews =
        FileOverview.of(path, source, options, limit == null ? Long.MAX_VALUE : limit);
    for (FileOverview overview : overviews) {
      if (json) {
        print(RunJson.line(overview.summary()));
      } else {
        overview.tell(sheet);
      }
    }
    return overviews.stream().allMatch(FileOverview::isRead);
  }
}
