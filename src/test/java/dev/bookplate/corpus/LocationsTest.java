package dev.bookplate.corpus;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What is elsewhere, and what is here. */
class LocationsTest {
  @Test
  void pathsOfThisMachine() {
    assertEquals(Path.of("/a b/c"), Locations.of("/a b/c"));
    assertEquals(Path.of("rel/x"), Locations.of("rel/x"));
    assertEquals(Path.of("/a b/c%20"), Locations.of("file:/a b/c%20"));
    assertEquals(Path.of("/a"), Locations.of("file:///a"));
    assertEquals(Path.of("/a"), Locations.of("file://localhost/a"));
    // names that only look like a scheme
    assertEquals(Path.of("s3a:/a"), Locations.of("s3a:/a"));
    assertEquals(Path.of("/x/hdfs://a"), Locations.of("/x/hdfs://a"));
  }

  @Test
  void locationsWithASchemeAreElsewhere() {
    assertTrue(Locations.isRemote("hdfs://host/a"));
    assertTrue(Locations.isRemote("s3a://bucket"));
    assertFalse(Locations.isRemote("file:///a"));
    assertFalse(Locations.isRemote("C:/a"));
    assertFalse(Locations.isRemote(Path.of("/a")));
  }

  @Test
  void aSchemeThatNothingServesIsNamed() {
    FileSystemNotFoundException e =
        assertThrows(
            FileSystemNotFoundException.class, () -> Locations.of("nosuch://bucket/corpus"));

    assertTrue(e.getMessage().contains("nosuch"), e::getMessage);
    assertTrue(e.getMessage().contains("BOOKPLATE_HADOOP"), e::getMessage);
  }
}
