package dev.bookplate.audit;

import dev.bookplate.corpus.Locations;
import dev.bookplate.engine.Engine;
import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.io.Serializable;

/** Digests whole files. */
final class InputDigester implements Engine.Worker<String, InputDigester.Result> {

  /**
   * What became of a file.
   *
   * @param digests null where it could not be read
   */
  record Result(Digests digests) implements Serializable {}

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
      return new Result(Digests.of(Locations.of(file)));
    } catch (IOException e) {
      // the scan meets the same file and says what is wrong with it
      return new Result(null);
    }
  }

  @Override
  public void close() {}
}
