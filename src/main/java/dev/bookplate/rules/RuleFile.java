package dev.bookplate.rules;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Reads a file of rules: JSON, UTF-8, of {@value #MOST} bytes at most, in which no key stands
 * twice.
 */
public final class RuleFile {
  private static final int MOST = 1 << 20;
  private static final int DEEPEST = 20;
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(MOST)
                  .build())
          .build();

  private final String name;
  private final JsonParser parser;

  private RuleFile(String name, JsonParser parser) {
    this.name = name;
    this.parser = parser;
  }

  /**
   * Reads a file.
   *
   * @throws RuleFileException if it is too large, not UTF-8, not JSON, or no object
   */
  public static RuleNode read(Path file) throws IOException {
    if (Files.size(file) > MOST) {
      throw new RuleFileException(
          file + " has more than " + MOST + " bytes, and no file of rules is so long.");
    }
    return read(file.toString(), Files.readAllBytes(file));
  }

  /** Reads the rules that ship with the program beside a class. */
  public static RuleNode shipped(Class<?> beside, String resource) throws IOException {
    return read(resource, shippedBytes(beside, resource));
  }

  /** The bytes of rules that ship with the program beside a class. */
  public static byte[] shippedBytes(Class<?> beside, String resource) throws IOException {
    try (InputStream in = beside.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IOException("the program lacks its rules " + resource);
      }
      return in.readAllBytes();
    }
  }

  /** Reads what stands in a file of that name. */
  public static RuleNode read(String name, byte[] bytes) throws IOException {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(java.nio.ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      throw new RuleFileException(name + " is not UTF-8; save it as UTF-8.", e);
    }
    try (JsonParser parser = JSON.createParser(text)) {
      RuleFile file = new RuleFile(name, parser);
      parser.nextToken();
      RuleNode root = file.node("");
      if (parser.nextToken() != null) {
        throw root.wrong("something stands behind its end");
      }
      return root;
    } catch (JsonProcessingException e) {
      throw new RuleFileException(
          String.format(
              Locale.ROOT,
              "%s, line %d, column %d: it is not JSON (%s); correct it there.",
              name,
              e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
              e.getLocation() == null ? 1 : e.getLocation().getColumnNr(),
              e.getOriginalMessage()),
          e);
    }
  }

  private RuleNode node(String path) throws IOException {
    JsonToken token = parser.currentToken();
    int line = token == null ? 1 : parser.currentTokenLocation().getLineNr();
    RuleNode.Place place = new RuleNode.Place(name, line, path);
    if (token == null) {
      throw new RuleNode(place, null).wrong("it is empty");
    }
    return switch (token) {
      case START_OBJECT -> new RuleNode(place, object(place));
      case START_ARRAY -> new RuleNode(place, array(path));
      case VALUE_STRING -> new RuleNode(place, parser.getText());
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> new RuleNode(place, parser.getDecimalValue());
      case VALUE_TRUE, VALUE_FALSE -> new RuleNode(place, parser.getBooleanValue());
      case VALUE_NULL -> new RuleNode(place, null);
      default -> throw new RuleNode(place, null).wrong("a value is missing");
    };
  }

  private Map<String, RuleNode> object(RuleNode.Place place) throws IOException {
    Map<String, RuleNode> fields = new LinkedHashMap<>();
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String key = parser.currentName();
      parser.nextToken();
      RuleNode value = node(place.path().isEmpty() ? key : place.path() + "." + key);
      if (fields.put(key, value) != null) {
        throw value.wrong("the key stands there twice");
      }
    }
    return fields;
  }

  private List<RuleNode> array(String path) throws IOException {
    List<RuleNode> items = new ArrayList<>();
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      items.add(node(path + "[" + items.size() + "]"));
    }
    return items;
  }
}
