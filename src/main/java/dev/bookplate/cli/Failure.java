package dev.bookplate.cli;

import dev.bookplate.audit.CalibrationException;
import dev.bookplate.audit.CatalogueException;
import dev.bookplate.audit.UnverifiedException;
import dev.bookplate.catalogue.InvalidSampleException;
import dev.bookplate.engine.Engine;
import dev.bookplate.evidence.RunFolderException;
import dev.bookplate.index.IndexException;
import dev.bookplate.report.load.ProductionException;
import dev.bookplate.report.page.MissingGlyphsException;
import dev.bookplate.report.works.InvalidTorrentLinesException;
import dev.bookplate.rules.RuleFileException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/**
 * What went wrong, as the user is told it.
 *
 * @param code that the process ends with
 * @param message one sentence: what is wrong, where, and what to do
 */
record Failure(ExitCode code, String message) {
  private static final String INTERRUPTED =
      "interrupted; nothing was left that looks whole: run the same command again, a scan that had"
          + " begun with --resume to go on with it, or with --overwrite to start anew.";
  private static final String OUT_OF_MEMORY =
      "the memory did not suffice; give the program more of it, as in BOOKPLATE_OPTS=-Xmx8g, or"
          + " use fewer --threads.";

  /** Explains an exception. */
  static Failure of(Throwable thrown) {
    if (isInterrupt(thrown)) {
      return new Failure(ExitCode.INTERRUPTED, INTERRUPTED);
    }
    Throwable e = unwrapped(thrown);
    return switch (e) {
      case UsageException usage -> usage(usage);
      case EvidenceException evidence -> new Failure(ExitCode.EVIDENCE, sentence(evidence));
      case UnreadException unread -> new Failure(ExitCode.UNREAD, sentence(unread));
      case RunFolderException.Damaged damaged -> new Failure(ExitCode.EVIDENCE, sentence(damaged));
      case RunFolderException folder -> usage(folder);
      case FileSystemNotFoundException elsewhere -> usage(elsewhere);
      case CatalogueException catalogue -> usage(catalogue);
      case InvalidSampleException sample -> usage(sample);
      case UnverifiedException signature -> new Failure(ExitCode.EVIDENCE, sentence(signature));
      case CalibrationException calibration -> usage(calibration);
      case ProductionException production -> usage(production);
      case InvalidTorrentLinesException torrents -> usage(torrents);
      case IndexException index -> usage(index);
      case MissingGlyphsException glyphs -> usage(glyphs);
      case RuleFileException rules -> usage(rules);
      case FileSystemException file -> ofFile(file);
      case IOException io -> ofIo(io);
      case OutOfMemoryError memory -> new Failure(ExitCode.INTERNAL, OUT_OF_MEMORY);
      default -> new Failure(ExitCode.INTERNAL, bug(e));
    };
  }

  /** Some are told by Lucene or by a closed channel: the cause, or the kind, says what it was. */
  private static boolean isInterrupt(Throwable thrown) {
    for (Throwable e = thrown; e != null; e = e.getCause()) {
      if (e instanceof InterruptedException
          || e instanceof ClosedChannelException
          || e instanceof InterruptedIOException) {
        return true;
      }
    }
    return false;
  }

  private static Throwable unwrapped(Throwable thrown) {
    Throwable e = thrown;
    while (e.getCause() != null
        && (e instanceof Engine.EngineException || e instanceof UncheckedIOException)) {
      e = e.getCause();
    }
    return e;
  }

  private static Failure usage(Throwable e) {
    return new Failure(ExitCode.USAGE, sentence(e));
  }

  private static Failure ofFile(FileSystemException e) {
    String file = e.getFile();
    return switch (e) {
      case NoSuchFileException none ->
          new Failure(ExitCode.USAGE, file + " is not there; check the path.");
      case AccessDeniedException denied ->
          new Failure(
              ExitCode.USAGE,
              file + " may not be read or written; change its permissions, or name another.");
      case FileAlreadyExistsException there when there.getReason() == null ->
          new Failure(
              ExitCode.USAGE,
              there.getMessage().contains(" ")
                  ? sentence(there)
                  : file + " is there already; name another.");
      case NotDirectoryException other ->
          new Failure(ExitCode.USAGE, file + " is no folder; name a folder.");
      default -> ofIo(e);
    };
  }

  private static Failure ofIo(IOException e) {
    String message = String.valueOf(e.getMessage());
    if (isFull(message)) {
      return new Failure(
          ExitCode.INTERNAL,
          "the disk is full (" + message + "); make room, and run the same command again.");
    }
    return new Failure(
        ExitCode.INTERNAL,
        message.endsWith(".") ? message : "reading or writing failed (" + message + ").");
  }

  /** What Linux, macOS and Windows say; a quota is a full disk too. */
  private static boolean isFull(String message) {
    String lower = message.toLowerCase(Locale.ROOT);
    return lower.contains("no space left")
        || lower.contains("not enough space")
        || lower.contains("quota exceeded");
  }

  private static String sentence(Throwable e) {
    String message = e.getMessage();
    boolean ends = message.endsWith(".") || message.contains("\n");
    return ends ? message : message + ".";
  }

  private static String bug(Throwable e) {
    StackTraceElement[] trace = e.getStackTrace();
    return "internal error, which is a bug in this program: "
        + e
        + (trace.length == 0 ? "" : " at " + trace[0])
        + "; please report it with the command and what it prints with --stacktrace.";
  }
}
