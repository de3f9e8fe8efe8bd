package dev.bookplate.corpus;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import dev.bookplate.extract.Source;
import dev.bookplate.origin.Digests;
import dev.bookplate.origin.Origin;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The prompts of a file of requests by their ids: results of a batch do not repeat what was asked.
 * Holds all of them in memory.
 */
public final class PromptFile {
  static final PromptFile EMPTY = new PromptFile(Map.of());

  /** Larger files are cut into several scans. */
  private static final long MOST_BYTES = 1L << 30;

  private final Map<String, List<String>> prompts;

  private PromptFile(Map<String, List<String>> prompts) {
    this.prompts = prompts;
  }

  /**
   * Reads requests: JSON objects, a line each, packed or not. All strings of a request but its id
   * are its prompt.
   *
   * @param fields where the ids stand
   * @throws IOException if it cannot be read, is not JSON, or a request has no id; says so
   */
  public static PromptFile read(Path file, Fields fields) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new IOException(
          "it is larger than 1 GiB; scan the outputs in parts, each with its own");
    }
    Entry entry =
        Entry.of(
            Origin.ofFile("", file.toString(), Files.size(file)),
            new Source.OfFile(file),
            Around.NOTHING);
    PromptIds ids = PromptIds.of(fields);
    Map<String, List<String>> prompts = new HashMap<>();
    long requests = 0;
    try (InputStream in = entry.unpacked();
        MappingIterator<JsonNode> each = OutputJson.reader().readValues(in)) {
      while (each.hasNextValue()) {
        JsonNode request = each.nextValue();
        String id = ids.of(request);
        if (id == null) {
          throw new IOException(
              "its request " + requests + " has no id; name the field with --id-field");
        }
        prompts.merge(id, List.copyOf(OutputForm.strings(request)), PromptFile::both);
        requests++;
      }
    } catch (JsonProcessingException e) {
      throw new IOException(
          "behind its request " + requests + " it is not valid JSON: " + e.getOriginalMessage(), e);
    }
    if (prompts.isEmpty()) {
      throw new IOException("it has no request");
    }
    return new PromptFile(prompts);
  }

  /** The file that options name; it was read before, when they were made. */
  static PromptFile of(Outputs outputs, Fields fields) throws IOException {
    if (outputs.prompts() == null) {
      return EMPTY;
    }
    Path file = Path.of(outputs.prompts());
    if (!Digests.of(file).sha256().equals(outputs.sha256())) {
      throw new IOException("the file of prompts is not the one that the scan began with");
    }
    return read(file, fields);
  }

  /** The prompt with an id, or null. */
  List<String> of(String id) {
    return id == null ? null : prompts.get(id);
  }

  static List<String> both(List<String> one, List<String> other) {
    return new ArrayList<>(Stream.concat(one.stream(), other.stream()).distinct().toList());
  }
}
