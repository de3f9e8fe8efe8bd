package dev.bookplate.extract;

import dev.bookplate.extract.ExtractionException.Reason;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Parses files in processes of their own, so that no file takes this one down, stalls or bloats it.
 * A process is used for many files, and given up where it fails; a file on which a used one fails
 * is tried once more in a new one, so that it does not pay for those before it. May be used by many
 * threads: there are as many processes as files are parsed at a time.
 */
final class IsolatedParser {
  /** What parsers leave behind in memory goes with their process. */
  private static final int FILES_A_PROCESS = 1000;

  private static final ExecutorService EXCHANGES =
      Executors.newCachedThreadPool(
          task -> Thread.ofPlatform().daemon().name("bookplate-parser").unstarted(task));

  /** Processes without work, by what they run and their memory. */
  private static final Map<String, Deque<ParserProcess>> IDLE = new ConcurrentHashMap<>();

  private final String main;
  private final ParseLimits limits;
  private final int maxChars;

  IsolatedParser(ParseLimits limits, int maxChars) {
    this(ParserChild.class.getName(), limits, maxChars);
  }

  /**
   * Of processes that run another class.
   *
   * @param main its name
   */
  IsolatedParser(String main, ParseLimits limits, int maxChars) {
    this.main = main;
    this.limits = limits;
    this.maxChars = maxChars;
  }

  /** Text, perhaps blank, and metadata. */
  Extracted parse(Source source, FileKind kind) throws ExtractionException, IOException {
    ParserProcess process = take();
    boolean used = process.parsed() > 0;
    try {
      return parse(process, source, kind);
    } catch (DiedException e) {
      if (!used) {
        throw died(kind);
      }
    }
    try {
      return parse(start(), source, kind);
    } catch (DiedException e) {
      throw died(kind);
    }
  }

  private Extracted parse(ParserProcess process, Source source, FileKind kind)
      throws ExtractionException, IOException, DiedException {
    Future<Extracted> exchange = EXCHANGES.submit(() -> process.parse(source, kind, maxChars));
    try {
      Extracted extracted = exchange.get(limits.time().toMillis(), TimeUnit.MILLISECONDS);
      giveBack(process);
      return extracted;
    } catch (ExecutionException e) {
      if (e.getCause() instanceof ExtractionException refused) {
        giveBack(process);
        throw refused;
      }
      process.close();
      throw new DiedException();
    } catch (TimeoutException e) {
      process.close();
      throw new ExtractionException(
          Reason.CORRUPT,
          kind.people()
              + " that is not parsed within "
              + limits.time().toSeconds()
              + " s; raise --parse-timeout, or get the file anew",
          e);
    } catch (InterruptedException e) {
      process.close();
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("parsing was interrupted");
    }
  }

  private ExtractionException died(FileKind kind) {
    return new ExtractionException(
        Reason.CORRUPT,
        kind.people()
            + " that took its parser down, which had "
            + (limits.memoryBytes() >> 20)
            + " MB of memory; raise --parse-memory, or get the file anew");
  }

  private Deque<ParserProcess> idle() {
    String likeIt = main + " " + limits.memoryBytes() + " " + limits.ocr();
    return IDLE.computeIfAbsent(likeIt, k -> new ArrayDeque<>());
  }

  private ParserProcess take() throws IOException {
    Deque<ParserProcess> idle = idle();
    synchronized (idle) {
      if (!idle.isEmpty()) {
        return idle.pop();
      }
    }
    return start();
  }

  private ParserProcess start() throws IOException {
    return ParserProcess.start(main, limits);
  }

  private void giveBack(ParserProcess process) {
    if (process.parsed() >= FILES_A_PROCESS) {
      process.close();
      return;
    }
    Deque<ParserProcess> idle = idle();
    synchronized (idle) {
      idle.push(process);
    }
  }

  /** The process has ended without an answer. */
  private static final class DiedException extends Exception {
    private static final long serialVersionUID = 1;
  }
}
