package dev.bookplate.audit;

import dev.bookplate.catalogue.digests.FileDigester;
import dev.bookplate.catalogue.digests.FileDigests;
import dev.bookplate.catalogue.rows.FileFacts.Digest;
import dev.bookplate.corpus.Locations;
import dev.bookplate.engine.Engine;
import java.io.IOException;
import java.io.InputStream;
import java.io.Serializable;
import java.nio.file.Files;
import java.util.EnumSet;
import java.util.Set;

/** Digests whole files, in one pass. */
final class InputDigester implements Engine.Worker<String, InputDigester.Result> {
  private static final int STEP = 1 << 16;

  /**
   * What became of a file.
   *
   * @param file as it was asked for
   * @param modified when it was last changed, before it was read
   * @param digests null where it could not be read
   */
  record Result(String file, String modified, FileDigests digests) implements Serializable {}

  /**
   * Makes digesters.
   *
   * @param kinds that catalogues hold; the three that a run tells of each file are made anyway
   */
  record Factory(Set<Digest> kinds) implements Engine.WorkerFactory<String, Result> {
    @Override
    public InputDigester create() {
      Set<Digest> all = EnumSet.of(Digest.MD5, Digest.SHA1, Digest.SHA256);
      all.addAll(kinds);
      return new InputDigester(all);
    }
  }

  private final Set<Digest> kinds;
  private final byte[] buffer = new byte[STEP];

  private InputDigester(Set<Digest> kinds) {
    this.kinds = kinds;
  }

  @Override
  public Result apply(String file) {
    try {
      String modified = modified(file);
      return new Result(file, modified, digests(file));
    } catch (IOException e) {
      // the scan meets the same file and says what is wrong with it
      return new Result(file, null, null);
    }
  }

  private FileDigests digests(String file) throws IOException {
    FileDigester digester = new FileDigester(kinds);
    try (InputStream in = Files.newInputStream(Locations.of(file))) {
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        digester.update(buffer, 0, n);
      }
    }
    return digester.finish();
  }

  /** When a file was last changed, as exactly as its file system knows. */
  static String modified(String file) throws IOException {
    return Files.getLastModifiedTime(Locations.of(file)).toInstant().toString();
  }

  @Override
  public void close() {}
}
