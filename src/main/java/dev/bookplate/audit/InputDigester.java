package dev.bookplate.audit;

import dev.bookplate.corpus.Locations;
import dev.bookplate.engine.Engine;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;

/** Digests whole files. */
final class InputDigester implements Engine.Worker<String, InputDigester.Result> {

  /**
   * What became of a file.
   *
   * @param file as it was asked for
   * @param modified when it was last changed, before it was read
   * @param digests null where it could not be read
   */
  record Result(String file, String modified, Digests digests) implements Serializable {}

  /** Makes digesters. */
  static final class Factory implements Engine.WorkerFactory<String, Result> {
    private static final long serialVersionUID = 1;

    @Override
    public InputDigester create() {
      return new InputDigester();
    }
  }

  @Override
  public Result apply(String file) {
    try {
      String modified = modified(file);
      return new Result(file, modified, Digests.of(Locations.of(file)));
    } catch (IOException e) {
      // the scan meets the same file and says what is wrong with it
      return new Result(file, null, null);
    }
  }

  /** When a file was last changed, as exactly as its file system knows. */
  static String modified(String file) throws IOException {
    return Files.getLastModifiedTime(Locations.of(file)).toInstant().toString();
  }

  @Override
  public void close() {}
}
