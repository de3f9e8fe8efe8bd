package dev.bookplate.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever a kill leaves of an add is the old catalogue or the new one, and the add can be redone.
 */
class CatalogueAddKillTest {
  private static final CatalogueBuilder.Terms TERMS =
      new CatalogueBuilder.Terms("mine", null, null, null);

  @TempDir private Path folder;
  private Path catalogue;
  private List<Path> more;

  /** Copies what is on disk at every event: what a kill at that moment would leave. */
  private static final class Camera implements Progress {
    private final Path of;
    private final Path to;
    private int shots;

    Camera(Path of, Path to) {
      this.of = of;
      this.to = to;
    }

    @Override
    public void phase(String what, Counted counted, long bytes) {
      shoot();
    }

    @Override
    public void add(long bytes, long items, long findings) {
      shoot();
    }

    private void shoot() {
      try (Stream<Path> files = Files.walk(of)) {
        for (Path file : (Iterable<Path>) files::iterator) {
          Path copy = to.resolve("shot-" + shots).resolve(of.relativize(file).toString());
          if (Files.isDirectory(file)) {
            Files.createDirectories(copy);
          } else if (!file.endsWith("write.lock")) {
            Files.copy(file, copy);
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      shots++;
    }
  }

  @BeforeEach
  void aCatalogueOfTextsAndRows() throws IOException {
    catalogue = folder.resolve("catalogue");
    Path shelf = Files.createDirectories(folder.resolve("shelf"));
    Files.writeString(shelf.resolve("one.txt"), words("harbour", 300));
    Path rows = folder.resolve("rows.csv");
    Files.writeString(rows, "title,author,isbn\nSalt Roads,Ann Fry,9780306406157\n");
    CatalogueBuilder.add(catalogue, TERMS, List.of(shelf, rows), Progress.NONE);
    Path two = folder.resolve("two.txt");
    Files.writeString(two, words("lantern", 400));
    Path later = folder.resolve("later.csv");
    Files.writeString(
        later, "title,author,isbn\nSalt Roads,\"Fry, Ann\",9780306406157\nNew,Eve,\n");
    more = List.of(two, later);
  }

  private static String words(String word, int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append(word).append(Integer.toString(i * 7919, 26)).append(' ');
    }
    return text.toString();
  }

  private static List<String> works(Path path) throws IOException {
    List<String> works = new ArrayList<>();
    try (CatalogueWorks all = CatalogueWorks.open(new CatalogueFolder(path))) {
      all.forEach(work -> works.add(work.work().id() + " " + work.members().size()));
    }
    return works;
  }

  @Test
  void whateverIsOnDiskAtAnyMoment() throws IOException {
    List<String> before = works(catalogue);
    String oldDigest = new CatalogueFolder(catalogue).info().digest();
    Camera camera = new Camera(catalogue, folder);
    CatalogueInfo after = CatalogueBuilder.add(catalogue, TERMS, more, camera);
    List<String> expected = works(catalogue);
    assertTrue(camera.shots > 4, "there is much to see");

    for (int i = 0; i < camera.shots; i++) {
      Path shot = folder.resolve("shot-" + i);
      CatalogueFolder killed = new CatalogueFolder(shot);
      assertEquals(oldDigest, killed.info().digest(), shot::toString);
      assertEquals(before, works(shot), shot::toString);
      killed.verify();
      assertEquals(
          after.digest(),
          CatalogueBuilder.add(shot, TERMS, more, Progress.NONE).digest(),
          shot::toString);
      assertEquals(expected, works(shot), shot::toString);
      killed.verify();
    }
  }

  @Test
  void killedBetweenTheTextsAndTheNameOfTheRestTheAddIsRedone() throws IOException {
    Path info = catalogue.resolve("catalogue.json");
    String old = Files.readString(info);
    Camera camera = new Camera(catalogue, folder);
    camera.shoot();
    CatalogueBuilder.add(catalogue, TERMS, more, Progress.NONE);
    List<String> expected = works(catalogue);
    Path killed = folder.resolve("shot-0");
    // the texts' index is the new one, and both states of the records are there
    new Camera(catalogue.resolve("index"), folder.resolve("new")).shoot();
    try (Stream<Path> files = Files.list(killed.resolve("index"))) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    try (Stream<Path> files = Files.list(folder.resolve("new/shot-0"))) {
      for (Path file : files.toList()) {
        Files.copy(file, killed.resolve("index").resolve(file.getFileName()));
      }
    }
    assertEquals(old, Files.readString(killed.resolve("catalogue.json")));

    CatalogueBuilder.add(killed, TERMS, more, Progress.NONE);

    assertEquals(expected, works(killed));
    new CatalogueFolder(killed).verify();
  }

  @Test
  void aNewCatalogueThatWasNotFinishedIsNone() throws IOException {
    Path fresh = Files.createDirectories(folder.resolve("fresh"));
    Camera camera = new Camera(fresh, folder);
    CatalogueInfo whole = CatalogueBuilder.add(fresh, TERMS, more, camera);
    for (int i = 0; i < camera.shots; i++) {
      Path shot = folder.resolve("shot-" + i);
      assertFalse(CatalogueFolder.isCatalogue(shot));
      assertEquals(whole.digest(), CatalogueBuilder.add(shot, TERMS, more, Progress.NONE).digest());
    }
  }
}
