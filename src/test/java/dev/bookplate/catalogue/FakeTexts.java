package dev.bookplate.catalogue;

import dev.bookplate.extract.Extracted;
import dev.bookplate.extract.Extracted.Metadata;
import dev.bookplate.extract.ExtractionException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads every file as UTF-8 text, except what ends in .jpg; files say of themselves what is put
 * here.
 */
final class FakeTexts implements TextSource {
  private final Map<String, Metadata> metadata = new HashMap<>();
  private final List<String> asked = new ArrayList<>();

  void say(String fileName, Metadata words) {
    metadata.put(fileName, words);
  }

  /** Names of the files that were asked for, in order. */
  List<String> asked() {
    return asked;
  }

  @Override
  public Extracted extract(Path file) throws ExtractionException, IOException {
    String name = file.getFileName().toString();
    asked.add(name);
    if (name.endsWith(".jpg")) {
      throw new ExtractionException(ExtractionException.Reason.NOT_TEXT, "is a picture");
    }
    return new Extracted(
        Files.readString(file), "fake 1", "txt", metadata.getOrDefault(name, Metadata.NONE));
  }
}
