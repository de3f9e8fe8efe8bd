package dev.bookplate.cli;

import dev.bookplate.origin.Allowed;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The process: its streams, its signals and its end. Everything else is {@link Bookplate}'s. */
public final class Main {
  /** Held, because a logger that nobody holds forgets its level. */
  private static final Logger LUCENE = Logger.getLogger("org.apache.lucene");

  private Main() {}

  /** Runs one command and ends the process with its exit code. */
  @Allowed("the one place where the process ends")
  public static void main(String[] args) {
    // it advises every user to set a flag of the JVM
    LUCENE.setLevel(Level.SEVERE);
    PrintStream out = utf8(FileDescriptor.out);
    PrintStream err = utf8(FileDescriptor.err);
    Interruption interruption = new Interruption(Thread.currentThread());
    Runtime.getRuntime().addShutdownHook(new Thread(interruption::onShutdown, "interruption"));
    int code = Bookplate.run(System.in, out, err, args);
    interruption.ended(code);
    System.exit(code);
  }

  /** UTF-8 whatever the locale: what is printed is data for other programs too. */
  private static PrintStream utf8(FileDescriptor descriptor) {
    return new PrintStream(new FileOutputStream(descriptor), false, StandardCharsets.UTF_8);
  }
}
