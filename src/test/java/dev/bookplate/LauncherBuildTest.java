package dev.bookplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.LauncherBox.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher in a checkout: when it builds, and what it says. Maven is a script here. */
@DisabledOnOs(OS.WINDOWS)
class LauncherBuildTest {
  private static final String BUILDING =
      "bookplate: building (first run or sources changed), with a log in target/launcher.log"
          + " ...\n";

  @TempDir Path folder;
  private LauncherBox box;

  @BeforeEach
  void checkOut() throws Exception {
    box = new LauncherBox(folder);
    Files.createDirectories(box.program().resolve("src/main/java"));
    Files.createDirectories(box.program().resolve("src/assembly"));
    Files.writeString(box.program().resolve("pom.xml"), "<project/>");
    Files.writeString(box.program().resolve("src/main/java/A.java"), "class A {}");
    box.java("root/usr/lib/jvm/21", "21.0.4");
    Files.createFile(folder.resolve("root/usr/lib/jvm/21/bin/javac")).toFile().setExecutable(true);
  }

  @Test
  void buildsTheFirstTimeAndNotAgain() throws Exception {
    maven("");

    Outcome first = box.run("scan");
    Outcome second = box.run("scan");

    assertEquals(BUILDING, first.err());
    assertEquals("root/usr/lib/jvm/21", first.javaThatRan());
    assertTrue(
        first.out().endsWith("/target/bookplate/bookplate/lib/*\ndev.bookplate.cli.Main\nscan\n"));
    assertEquals("", second.err());
    assertEquals(first.out(), second.out());
    assertEquals(1, builds());
  }

  @ParameterizedTest
  @ValueSource(strings = {"pom.xml", "src/main/java/A.java", "src/assembly"})
  void buildsAgainWhenASourceIsNewer(String changed) throws Exception {
    maven("");
    box.run();
    everythingIsOld();
    assertEquals("", box.run().err());

    box.program().resolve(changed).toFile().setLastModified(System.currentTimeMillis());

    assertEquals(BUILDING, box.run().err());
    assertEquals(2, builds());
  }

  @Test
  void buildsAgainWhenASourceIsGone() throws Exception {
    maven("");
    box.run();
    everythingIsOld();

    Files.delete(box.program().resolve("src/main/java/A.java"));

    assertEquals(BUILDING, box.run().err());
  }

  @Test
  void aBuildThatFailsShowsTheEndOfItsLogAndIsTriedAgain() throws Exception {
    maven(
        "for i in 1 2 3 4 5 6 7 8 9; do echo line $i of 3; done; echo '[ERROR] no such symbol';"
            + " exit 1");

    Outcome outcome = box.run();

    assertEquals(70, outcome.exitCode());
    assertEquals("", outcome.out());
    assertTrue(outcome.err().startsWith(BUILDING + "bookplate: the build failed; the end of "));
    assertTrue(outcome.err().endsWith("[ERROR] no such symbol\n"));
    assertEquals(70, box.run().exitCode());
    assertEquals(2, builds());
  }

  @Test
  void withoutMavenOneSentenceSaysSo() throws Exception {
    Outcome outcome = box.run();

    assertEquals(2, outcome.exitCode());
    assertEquals(
        "bookplate: building from a checkout needs Maven, which is not on the PATH: install it"
            + " (apt-get install maven), or use bookplate.zip, which needs none.\n",
        outcome.err());
  }

  @Test
  void aRuntimeWithoutACompilerIsNotEnoughToBuild() throws Exception {
    maven("");
    Files.delete(folder.resolve("root/usr/lib/jvm/21/bin/javac"));

    Outcome outcome = box.run();

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().startsWith("bookplate: no JDK of Java 21 or later was found: "));
    assertEquals(0, builds());
  }

  @Test
  void theCompilerBehindALinkIsFound() throws Exception {
    maven("");
    Path jdk = Files.move(folder.resolve("root/usr/lib/jvm/21"), folder.resolve("jdk"));
    Files.createSymbolicLink(folder.resolve("alternative"), jdk.resolve("bin/java"));
    Files.createSymbolicLink(folder.resolve("tools/bin/java"), folder.resolve("alternative"));

    assertEquals(BUILDING, box.run().err());
  }

  @Test
  void mavenIsToldWhichJavaToUse() throws Exception {
    maven("echo \"${JAVA_HOME:-none} $JAVA_BOOKPLATE_HOME\" > \"$BOX/seen\"");
    box.set("JAVA_HOME", folder.resolve("gone").toString());
    String jdk = folder.resolve("root/usr/lib/jvm/21").toRealPath().toString();

    box.run();

    assertEquals(jdk + " " + jdk + "\n", Files.readString(folder.resolve("seen")));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void ofManyAtOneTimeOneBuilds(boolean flock) throws Exception {
    if (!flock) {
      Files.deleteIfExists(folder.resolve("tools/bin/flock"));
    }
    maven("mkdir \"$BOX/building\" || exit 1; ls /usr > /dev/null; rmdir \"$BOX/building\"");

    List<Process> started = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      started.add(box.start(box.program().resolve("bookplate"), "run" + i));
    }

    for (int i = 0; i < 4; i++) {
      assertEquals(0, box.finish(started.get(i), "run" + i).exitCode());
    }
    assertEquals(1, builds());
  }

  @Test
  void aLockWhoseOwnerIsGoneIsTakenOver() throws Exception {
    Files.deleteIfExists(folder.resolve("tools/bin/flock"));
    maven("");
    Path lock = Files.createDirectories(box.program().resolve("target/launcher.lock.d"));
    // above what any system gives out
    Files.writeString(lock.resolve("pid"), "999999999\n");

    assertEquals(BUILDING, box.run().err());
    assertTrue(Files.notExists(lock));
  }

  @ParameterizedTest
  @CsvSource(
      textBlock =
          """
          .git,        '',                0123456789abcdef0123456789abcdef01234567
          .git,        ' M src/main/A',   ''
          elsewhere,   '',                ''
          """)
  void buildsWithTheCommitOfItsSourcesWhereTheyAreThose(
      String repository, String changed, String commit) throws Exception {
    Files.createDirectory(box.program().resolve(repository));
    Files.writeString(folder.resolve("changed"), changed);
    box.tool(
        "git",
        """
        case $1 in
          status) cat "$BOX/changed" ;;
          rev-parse) echo 0123456789abcdef0123456789abcdef01234567 ;;
        esac
        """);
    maven("printf '%s\\n' \"$@\" > \"$BOX/arguments\"");

    assertEquals(BUILDING, box.run().err());

    assertTrue(Files.readAllLines(folder.resolve("arguments")).contains("-DbuildCommit=" + commit));
  }

  private void maven(String body) throws Exception {
    box.tool(
        "mvn",
        """
        echo built >> "$BOX/builds"
        %s
        mkdir -p target/bookplate/bookplate/lib
        """
            .formatted(body));
  }

  private long builds() throws Exception {
    Path builds = folder.resolve("builds");
    return Files.exists(builds) ? Files.readAllLines(builds).size() : 0;
  }

  /** The stamp is an hour old, and the sources two. */
  private void everythingIsOld() throws Exception {
    Instant now = Instant.now();
    for (String source :
        List.of("pom.xml", "src/main", "src/main/java", "src/main/java/A.java", "src/assembly")) {
      age(source, now.minusSeconds(7200));
    }
    age("target/launcher.stamp", now.minusSeconds(3600));
  }

  private void age(String file, Instant time) throws Exception {
    Files.setLastModifiedTime(box.program().resolve(file), FileTime.from(time));
  }
}
