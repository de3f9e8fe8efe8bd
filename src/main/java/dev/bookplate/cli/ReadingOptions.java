package dev.bookplate.cli;

import dev.bookplate.corpus.Fields;
import dev.bookplate.corpus.IdType;
import dev.bookplate.corpus.Limits;
import dev.bookplate.corpus.Outputs;
import dev.bookplate.corpus.PromptFile;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.corpus.Selection;
import dev.bookplate.corpus.Tokens;
import dev.bookplate.extract.Extractor;
import dev.bookplate.origin.Digests;
import dev.bookplate.tokens.TokenDecoder;
import dev.bookplate.tokens.TokenizerException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import picocli.CommandLine.Option;

/** How a corpus is read, as typed. */
final class ReadingOptions {
  @Option(
      names = "--text-field",
      paramLabel = "a.b",
      split = ",",
      description =
          "Field of a record that holds its text, with dots between the parts of its path; of"
              + " several the first that is there. Also through lists, as messages.content: a"
              + " record's elements are one text, with blank lines between."
              + " Default: text, content, raw_content, body, document.")
  private List<String> textFields;

  @Option(
      names = "--id-field",
      paramLabel = "a.b",
      split = ",",
      description = "Field that holds a record's id. Default: id, doc_id, uuid, url.")
  private List<String> idFields;

  @Option(
      names = "--charset",
      paramLabel = "NAME",
      description =
          "Character set of plain text without a byte order mark that is not valid UTF-8, of"
              + " the corpus and of shelves that are built on the fly."
              + " Default: detected, or windows-1252 where nothing tells.")
  private String charset;

  @Option(
      names = "--max-document",
      paramLabel = "BYTES",
      converter = ByteSize.class,
      description =
          "Largest text of one document, as 500K, 64M or 1G; what is larger is listed as unread."
              + " Default: 256M.")
  private Integer maxDocument;

  @Option(
      names = "--max-member",
      paramLabel = "BYTES",
      converter = ByteSize.class,
      description =
          "Largest member of an archive that has to be held in memory, as a Parquet file or an"
              + " archive in it; lines are streamed. Default: 512M.")
  private Integer maxMember;

  @Option(
      names = "--max-depth",
      paramLabel = "N",
      description = "Archives in archives that are opened, the outermost counted. Default: 4.")
  private Integer maxDepth;

  @Option(
      names = "--parse-timeout",
      paramLabel = "SECONDS",
      description =
          "How long a PDF, Word, OpenDocument or RTF file may be parsed; then it is listed as"
              + " unread. Default: 60.")
  private Integer parseTimeout;

  @Option(
      names = "--parse-memory",
      paramLabel = "BYTES",
      converter = ByteSize.class,
      description =
          "Memory of each of the processes that parse these, one for every thread. Default: 512M.")
  private Integer parseMemory;

  @Option(
      names = "--ocr",
      description =
          "Read pictures of pages by OCR, loose ones and those in PDFs without text: with"
              + " tesseract, which has to be installed, and which writes temporary files."
              + " Default: no OCR, whatever is installed.")
  private boolean ocr;

  @Option(
      names = "--html",
      paramLabel = "all|main",
      description =
          "Of web pages, all that a reader sees, or the main content: without menus, teasers and"
              + " footers. Default: all.")
  private String html;

  @Option(
      names = "--tokenizer",
      paramLabel = "FILE",
      description =
          "Tokenizer that token ids (.bin, .npy, input_ids of records and rows) are decoded with: a"
              + " tokenizer.json, a SentencePiece model, a file of tiktoken ranks, GPT-2's"
              + " vocab.json, or a folder with one of them.")
  private Path tokenizer;

  @Option(
      names = "--end-of-text",
      paramLabel = "ID",
      description = "Token id that ends documents. Default: the one that the tokenizer names.")
  private Long endOfText;

  @Option(
      names = "--token-type",
      paramLabel = "uint16|uint32",
      description =
          "Take .bin and .npy files without a header or an index for token ids written so.")
  private String tokenType;

  @Option(
      names = "--outputs",
      description =
          "The corpora are what models wrote: each completion of each record (batch results, chat"
              + " logs, lm-evaluation-harness samples, fields like prompt and completion) is a"
              + " document, and text that stands in its prompt is not counted. With --tokenizer"
              + " runs are also counted in tokens. Writes outputs.csv.")
  private boolean outputs;

  @Option(
      names = "--prompts",
      paramLabel = "FILE",
      description =
          "With --outputs: the requests that the outputs answer, JSON lines with the same ids, as"
              + " results of a batch do not repeat them.")
  private Path prompts;

  @Option(
      names = "--prompt-field",
      paramLabel = "a.b",
      split = ",",
      description =
          "With --outputs: fields that hold the prompt, all that are there. Default: prompt,"
              + " messages, system, instruction, input, context, question and the like.")
  private List<String> promptFields;

  @Option(
      names = "--include",
      paramLabel = "GLOB",
      description =
          "Look only at files like this, as '*.epub', or 'books/**' for whole paths in the corpus;"
              + " may be repeated. The others are listed as excluded.")
  private List<String> include;

  @Option(
      names = "--exclude",
      paramLabel = "GLOB",
      description = "Leave files like this out, and list them as excluded; may be repeated.")
  private List<String> exclude;

  @Option(
      names = "--min-words",
      paramLabel = "N",
      description = "Leave documents of fewer words out, as too short. Default: 0, none.")
  private Integer minWords;

  /** What it means. */
  ReadOptions toReadOptions() {
    ReadOptions usual = ReadOptions.DEFAULT;
    return new ReadOptions(
        new Fields(
            paths("--text-field", textFields, usual.fields().text()),
            paths("--id-field", idFields, usual.fields().id())),
        charset == null ? usual.charset() : CharsetName.known(charset),
        maxDocument == null ? usual.maxDocumentBytes() : maxDocument,
        usual.shardBytes(),
        limits(),
        mainContent(),
        selection(),
        tokens(),
        outputs());
  }

  private Outputs outputs() {
    if (!outputs) {
      if (prompts != null || promptFields != null) {
        throw new UsageException(
            "--prompts and --prompt-field are for what models wrote; give --outputs, too.");
      }
      return null;
    }
    List<String> fields = paths("--prompt-field", promptFields, Outputs.PROMPT_FIELDS);
    if (prompts == null) {
      return new Outputs(fields, null, null);
    }
    try {
      Path file = prompts.toAbsolutePath().normalize();
      PromptFile.read(file, idFields()); // what cannot be used is said before anything is read
      return new Outputs(fields, file.toString(), Digests.of(file).sha256());
    } catch (FileNotFoundException | NoSuchFileException e) {
      throw new UsageException(prompts + ", the file of prompts, is not there; check its path.");
    } catch (IOException e) {
      throw new UsageException(
          prompts + " cannot be used as a file of prompts: " + e.getMessage() + ".");
    }
  }

  private Fields idFields() {
    return new Fields(Fields.DEFAULT.text(), paths("--id-field", idFields, Fields.DEFAULT.id()));
  }

  private Selection selection() {
    if (minWords != null && minWords < 0) {
      throw new UsageException("--min-words must be 0 or more.");
    }
    return new Selection(
        globs("--include", include), globs("--exclude", exclude), minWords == null ? 0 : minWords);
  }

  private static List<String> globs(String option, List<String> typed) {
    for (String glob : typed == null ? List.<String>of() : typed) {
      try {
        FileSystems.getDefault().getPathMatcher("glob:" + glob);
      } catch (PatternSyntaxException e) {
        throw new UsageException(
            "\"" + glob + "\" is no pattern; give " + option + " one like '*.epub'.");
      }
    }
    return typed == null ? List.of() : List.copyOf(typed);
  }

  private Tokens tokens() {
    if (endOfText != null && endOfText < 0) {
      throw new UsageException("--end-of-text is the number of a token, from 0.");
    }
    long end = endOfText == null ? Tokens.NONE.endOfText() : endOfText;
    if (tokenizer == null) {
      return new Tokens(null, null, end, raw());
    }
    try {
      Path file = TokenDecoder.fileOf(tokenizer.toAbsolutePath().normalize());
      TokenDecoder.of(file, end); // what cannot be used is said before anything is read
      return new Tokens(file.toString(), Digests.of(file).sha256(), end, raw());
    } catch (TokenizerException e) {
      throw new UsageException(
          tokenizer + " cannot be used as a tokenizer: " + e.getMessage() + ".");
    } catch (IOException e) {
      throw new UsageException(
          "The tokenizer " + tokenizer + " cannot be read; check its path and its permissions.");
    }
  }

  private IdType raw() {
    if (tokenType == null) {
      return null;
    }
    return switch (tokenType) {
      case "uint16" -> IdType.UINT16;
      case "uint32" -> IdType.UINT32;
      default ->
          throw new UsageException(
              "\"" + tokenType + "\" is no type of ids; give --token-type as uint16 or uint32.");
    };
  }

  private boolean mainContent() {
    if (html != null && !html.equals("all") && !html.equals("main")) {
      throw new UsageException(
          "\"" + html + "\" is no part of a page; give --html as all or main.");
    }
    return "main".equals(html);
  }

  private Limits limits() {
    if (maxDepth != null && maxDepth < 1) {
      throw new UsageException("--max-depth must be at least 1, for the archive itself.");
    }
    if (parseTimeout != null && parseTimeout < 1) {
      throw new UsageException("--parse-timeout must be at least 1 second.");
    }
    if (ocr && !Extractor.hasOcr()) {
      throw new UsageException(
          "--ocr needs the program tesseract, which cannot be started; install it, or leave --ocr"
              + " out.");
    }
    Limits usual = Limits.DEFAULT;
    return new Limits(
        maxMember == null ? usual.maxMemberBytes() : maxMember,
        maxDepth == null ? usual.maxDepth() : maxDepth,
        parseTimeout == null ? usual.parseSeconds() : parseTimeout,
        parseMemory == null ? usual.parseMemoryBytes() : parseMemory,
        ocr);
  }

  private static List<String> paths(String option, List<String> typed, List<String> usual) {
    if (typed == null) {
      return usual;
    }
    for (String field : typed) {
      if (List.of(field.split("\\.", -1)).contains("")) {
        throw new UsageException(
            "\"" + field + "\" is no field; give " + option + " as a name, or as a path like a.b.");
      }
    }
    return List.copyOf(typed);
  }

  /** The tokenizer's file, as typed, or null. */
  Path tokenizer() {
    return tokenizer;
  }
}
