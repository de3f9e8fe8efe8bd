package dev.bookplate.report.load;

import dev.bookplate.origin.Digests;
import dev.bookplate.report.load.Problem.Code;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * Files that load files name: they are there, inside, named by number, and what their digest says.
 */
final class PathChecks {
  private final Path production;
  private final Consumer<Problem> problems;
  private final Set<String> named = new HashSet<>();

  PathChecks(Path production, Consumer<Problem> problems) {
    this.production = production;
    this.problems = problems;
  }

  void check(LoadFile file) throws IOException {
    named.add(file.path());
    for (LoadFile.Line line : file.lines()) {
      if (file.column(LoadField.TEXTPATH) >= 0 && file.text(line, LoadField.TEXTPATH).isEmpty()) {
        tell(file, line, LoadField.TEXTPATH, Code.NO_TEXT, "the document has no text");
      }
      check(file, line, LoadField.TEXTPATH, LoadField.TEXTSHA256);
      check(file, line, LoadField.NATIVEPATH, LoadField.SHA256HASH);
      volume(file, line);
    }
  }

  private void volume(LoadFile file, LoadFile.Line line) {
    String volume = file.text(line, LoadField.PRODVOL);
    if (!volume.isEmpty() && !file.path().startsWith(volume + "/")) {
      String message = "the row is of volume " + volume + " and stands in " + file.path();
      tell(file, line, LoadField.PRODVOL, Code.VOLUME, message);
    }
  }

  private void check(LoadFile file, LoadFile.Line line, LoadField field, LoadField digest)
      throws IOException {
    String typed = file.text(line, field);
    if (typed.isEmpty()) {
      return;
    }
    String path = typed.replace('\\', '/').replaceFirst("^\\./", "");
    if (path.startsWith("/")
        || path.matches("[A-Za-z]:.*")
        || ("/" + path + "/").contains("/../")) {
      tell(file, line, field, Code.OUTSIDE, typed + " does not stay in the production");
      return;
    }
    Path there = production.resolve(path);
    if (!Files.isRegularFile(there)) {
      tell(file, line, field, Code.NO_FILE, typed + " is not there");
      return;
    }
    named.add(path);
    name(file, line, field, there);
    digest(file, line, digest, there);
    if (field == LoadField.TEXTPATH) {
      encoding(file, line, there);
    }
  }

  private void name(LoadFile file, LoadFile.Line line, LoadField field, Path there) {
    String number = file.text(line, LoadField.BEGBATES);
    String name = String.valueOf(there.getFileName());
    if (!number.isEmpty() && !name.equals(number) && !name.startsWith(number + ".")) {
      tell(file, line, field, Code.FILE_NAME, name + " is not named " + number);
    }
  }

  private void digest(LoadFile file, LoadFile.Line line, LoadField field, Path there)
      throws IOException {
    String said = file.text(line, field);
    if (said.length() == 64 && !Digests.of(there).sha256().equalsIgnoreCase(said)) {
      String message = there.getFileName() + " has other bytes than its digest is of";
      tell(file, line, field, Code.FILE_DIGEST, message);
    }
  }

  private void encoding(LoadFile file, LoadFile.Line line, Path there) throws IOException {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(Files.readAllBytes(there)));
    } catch (CharacterCodingException e) {
      String message = there.getFileName() + " is not UTF-8";
      tell(file, line, LoadField.TEXTPATH, Code.TEXT_ENCODING, message);
    }
  }

  /** Tells of files that no row named. */
  void rest() throws IOException {
    Set<String> others = new TreeSet<>();
    try (Stream<Path> files = Files.walk(production)) {
      files
          .filter(Files::isRegularFile)
          .map(file -> production.relativize(file).toString().replace('\\', '/'))
          .filter(path -> path.matches(".*/(TEXT|NATIVES)/.*") && !named.contains(path))
          .forEach(others::add);
    }
    for (String path : others) {
      problems.accept(new Problem(path, 0, 0, Code.UNNAMED_FILE, "no load file names it"));
    }
  }

  private void tell(LoadFile file, LoadFile.Line line, LoadField field, Code code, String message) {
    problems.accept(new Problem(file.path(), line.number(), file.column(field) + 1, code, message));
  }
}
