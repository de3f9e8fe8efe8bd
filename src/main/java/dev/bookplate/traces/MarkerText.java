package dev.bookplate.traces;

import dev.bookplate.origin.Digests;
import java.io.IOException;
import java.io.Serializable;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A user's file of rules as it was read: it goes wherever rules are tried, and into the run.
 *
 * @param name of the file, without its folder
 * @param text all of it
 */
public record MarkerText(String name, String text) implements Serializable {
  private static final int LARGEST = 1 << 20;

  /**
   * Reads a file.
   *
   * @throws InvalidMarkersException if it is too large, or not UTF-8; its rules are not tried
   */
  public static MarkerText read(Path file) throws IOException, InvalidMarkersException {
    if (Files.size(file) > LARGEST) {
      throw new InvalidMarkersException(
          file + " is larger than " + LARGEST + " bytes: it is no file of rules.");
    }
    byte[] bytes = Files.readAllBytes(file);
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return new MarkerText(file.getFileName().toString(), text);
    } catch (CharacterCodingException e) {
      throw new InvalidMarkersException(file + " is not UTF-8; save it as UTF-8.");
    }
  }

  /** Of the file's bytes. */
  public String sha256() {
    return Digests.sha256(text);
  }
}
