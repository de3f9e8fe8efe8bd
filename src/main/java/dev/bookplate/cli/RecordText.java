package dev.bookplate.cli;

import dev.bookplate.corpus.CorpusSource;
import dev.bookplate.corpus.ReadOptions;
import dev.bookplate.corpus.ReadOutcome;
import dev.bookplate.corpus.Shard;
import dev.bookplate.corpus.ShardReader;
import dev.bookplate.corpus.ShardReaders;
import dev.bookplate.origin.Origin;
import dev.bookplate.origin.Utf8Text;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/**
 * The texts of one file's records, as a scan reads them.
 *
 * @param file of a corpus
 * @param member of an archive, as findings name it, or null
 * @param options how it is read
 */
record RecordText(Path file, String member, ReadOptions options) {
  /** One record by its number within the file, as UTF-8. */
  byte[] of(long record) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UsageException(file + " is a folder; name one file of it.");
    }
    ShardReaders readers = new ShardReaders(options);
    long before = 0;
    for (Shard shard : CorpusSource.of(List.of(file), options).shards()) {
      try (ShardReader reader = readers.open(shard)) {
        for (ReadOutcome outcome = reader.next(); outcome != null; outcome = reader.next()) {
          Origin where = where(outcome);
          if (where.record() + before == record && Objects.equals(where.member(), member)) {
            return text(outcome, record);
          }
        }
        before += reader.records();
      }
    }
    if (member != null) {
      throw new UsageException(
          String.format(
              Locale.ROOT,
              "%s has no member %s with a record %d; take both from a finding, or from inspect.",
              file,
              member,
              record));
    }
    throw new UsageException(
        String.format(
            Locale.ROOT,
            "%s has no record %d: it has %d, counted from 0; give a smaller number.",
            file,
            record,
            before));
  }

  private byte[] text(ReadOutcome outcome, long record) {
    return switch (outcome) {
      case ReadOutcome.Read read -> bytes(read.document().text());
      case ReadOutcome.Skipped skipped ->
          throw new UnreadException(
              why(record, skipped.reason().label() + detail(skipped.detail())));
      case ReadOutcome.Failed failed -> throw new UnreadException(why(record, failed.message()));
    };
  }

  private String why(long record, String reason) {
    return "record " + record + " of " + file + " gives no text: " + reason;
  }

  private static String detail(String detail) {
    return detail == null ? "" : ", " + detail;
  }

  private static byte[] bytes(Utf8Text text) {
    return Arrays.copyOfRange(text.bytes(), text.offset(), text.end());
  }

  /** Where a record stands, whatever became of it. */
  static Origin where(ReadOutcome outcome) {
    return switch (outcome) {
      case ReadOutcome.Read read -> read.document().origin();
      case ReadOutcome.Skipped skipped -> skipped.where();
      case ReadOutcome.Failed failed -> failed.where();
    };
  }
}
