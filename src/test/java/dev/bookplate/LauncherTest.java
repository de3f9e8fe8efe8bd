package dev.bookplate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.LauncherBox.Outcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The launcher, as it stands in the unpacked zip: which Java it takes, and what it hands on. */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
  @TempDir Path folder;
  private LauncherBox box;

  @BeforeEach
  void unpack() throws Exception {
    box = new LauncherBox(folder);
    Files.createDirectories(box.program().resolve("lib"));
  }

  @Test
  void javaHomeWinsOverThePathAndTheFolders() throws Exception {
    box.java("elsewhere/21", "21.0.4");
    box.javaOnPath("25.0.1");
    box.java("root/usr/lib/jvm/26", "26");
    box.set("JAVA_HOME", folder.resolve("elsewhere/21").toString());

    assertEquals("elsewhere/21", box.run().javaThatRan());
  }

  @Test
  void thePathWinsOverTheFolders() throws Exception {
    box.javaOnPath("21.0.4");
    box.java("root/usr/lib/jvm/26", "26");

    assertEquals("tools", box.run().javaThatRan());
  }

  @Test
  void theNewestInTheFoldersWinsWhereTheOthersAreTooOld() throws Exception {
    box.java("elsewhere/17", "17.0.15");
    box.set("JAVA_HOME", folder.resolve("elsewhere/17").toString());
    box.javaOnPath("1.8.0_402");
    box.java("root/usr/lib/jvm/java-21", "21.0.4");
    box.java("root/opt/my jdk-25", "25.0.1");
    box.java("root/usr/lib/jvm/java-9", "9.0.4");
    box.java("home/.jdks/temurin-22", "22.0.2");

    assertEquals("root/opt/my jdk-25", box.run().javaThatRan());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "root/usr/lib/jvm/x",
        "root/usr/java/x",
        "root/opt/java/x",
        "root/opt/openjdk-21",
        "root/usr/local/openjdk-21",
        "home/.sdkman/candidates/java/21.0.4-tem",
        "home/.jdks/x",
        "root/Library/Java/JavaVirtualMachines/x/Contents/Home",
        "home/Library/Java/JavaVirtualMachines/x/Contents/Home",
        "root/opt/homebrew/opt/openjdk@21/libexec/openjdk.jdk/Contents/Home"
      })
  void looksInTheUsualFolders(String place) throws Exception {
    box.java(place, "21.0.4");

    assertEquals(place, box.run().javaThatRan());
  }

  @Test
  void aJavaWithoutAReleaseFileIsAsked() throws Exception {
    Path home = box.java("root/usr/lib/jvm/x", "25-ea");
    Files.delete(home.resolve("release"));

    Outcome outcome = box.run();

    assertEquals("root/usr/lib/jvm/x", outcome.javaThatRan());
    assertTrue(outcome.out().contains("--sun-misc-unsafe-memory-access=allow"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"elsewhere/22", "elsewhere/22/bin/java"})
  void bookplateJavaWinsOverAll(String named) throws Exception {
    box.java("elsewhere/22", "22.0.2");
    box.javaOnPath("25.0.1");
    box.set("BOOKPLATE_JAVA", folder.resolve(named).toString());

    assertEquals("elsewhere/22", box.run().javaThatRan());
  }

  @Test
  void aBookplateJavaThatWillNotDoIsAnErrorAndNotPassedOver() throws Exception {
    box.java("elsewhere/17", "17.0.15");
    box.javaOnPath("25.0.1");
    box.set("BOOKPLATE_JAVA", "elsewhere/17");

    Outcome outcome = box.run();

    assertEquals(2, outcome.exitCode());
    assertEquals(
        "bookplate: BOOKPLATE_JAVA is elsewhere/17, which is no Java 21 or later: correct it, or"
            + " unset it to have one looked for.\n",
        outcome.err());
  }

  @Test
  void withoutAJavaOneSentenceSaysWhatToInstall() throws Exception {
    box.java("root/usr/lib/jvm/java-17", "17.0.15");

    Outcome outcome = box.run();

    assertEquals(2, outcome.exitCode());
    assertEquals("", outcome.out());
    assertEquals(
        "bookplate: no Java 21 or later was found: install one (apt-get install openjdk-21-jdk, or"
            + " Eclipse Temurin from adoptium.net), or name one in BOOKPLATE_JAVA.\n",
        outcome.err());
  }

  @Test
  void handsOnArgumentsAsTheyAre() throws Exception {
    box.javaOnPath("21.0.4");
    List<String> arguments = List.of("scan", "a b", "", "*", "$HOME", "'\"\\", "-cp", "é");

    List<String> out = box.run(arguments.toArray(String[]::new)).out().lines().toList();

    int main = out.indexOf("dev.bookplate.cli.Main");
    assertEquals(arguments, out.subList(main + 1, out.size()));
    assertEquals(
        List.of("-cp", box.program().toRealPath() + "/lib/*"), out.subList(main - 2, main));
  }

  @Test
  void handsOnJvmOptionsAndTheExitCode() throws Exception {
    box.javaOnPath("21.0.4");
    box.set("BOOKPLATE_OPTS", "-Xmx8g -Dx=y");
    box.set("FAKE_EXIT", "3");

    Outcome outcome = box.run();

    assertEquals(3, outcome.exitCode());
    assertTrue(outcome.out().contains("\n-Xmx8g\n-Dx=y\n"));
    assertEquals("", outcome.err());
  }

  @Test
  void optionsOfLaterVersionsAreForThemOnly() throws Exception {
    box.javaOnPath("22.0.2");
    assertFalse(box.run().out().contains("--sun-misc-unsafe-memory-access"));

    box.javaOnPath("23.0.1");
    assertTrue(box.run().out().contains("--sun-misc-unsafe-memory-access=allow"));
  }

  @Test
  void linksToTheLauncherWork() throws Exception {
    box.javaOnPath("21.0.4");
    Path bin = Files.createDirectories(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("one"), Path.of("../my program/bookplate"));
    Files.createSymbolicLink(bin.resolve("two"), bin.resolve("one"));

    Outcome outcome = box.runAs(bin.resolve("two"));

    assertTrue(outcome.out().contains("\n" + box.program().toRealPath() + "/lib/*\n"));
  }

  @Test
  void aLauncherAloneSaysWhatIsMissing() throws Exception {
    box.javaOnPath("21.0.4");
    Files.delete(box.program().resolve("lib"));

    Outcome outcome = box.run();

    assertEquals(2, outcome.exitCode());
    assertEquals(
        "bookplate: %s/lib is missing: unpack the whole of bookplate.zip and keep its files together.\n"
            .formatted(box.program().toRealPath()),
        outcome.err());
  }

  @Test
  void sparkIsAskedForWhereNoneIsNamed() throws Exception {
    box.javaOnPath("25.0.1");

    Outcome outcome = box.run("scan", "corpus", "--engine", "spark");

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains("SPARK_HOME or --spark-home"), outcome.err());
  }

  @Test
  void aSparkThatIsNoneIsNamed() throws Exception {
    box.javaOnPath("25.0.1");
    box.set("SPARK_HOME", "/nowhere");

    Outcome outcome = box.run("scan", "--engine=spark", "--spark-home", folder.toString());

    assertEquals(2, outcome.exitCode());
    assertTrue(outcome.err().contains(folder + " is no installation of Spark"), outcome.err());
  }

  @Test
  void sparkAndHadoopAreOnTheClassPathWhereTheyAreWanted() throws Exception {
    box.javaOnPath("25.0.1");
    Path spark = jar("spark/jars/spark-core_2.13-4.2.0.jar").getParent();
    Path hadoop = jar("hadoop/hadoop-client-api.jar").getParent();
    box.set("SPARK_HOME", spark.getParent().toString());

    assertFalse(box.run("scan").out().contains(spark.toString()));
    assertTrue(box.run("scan", "--engine", "spark").out().contains(":" + spark + "/*"));

    box.set("BOOKPLATE_HADOOP", hadoop.toString());
    assertTrue(box.run("scan").out().contains(":" + hadoop + "/*"));

    box.set("BOOKPLATE_HADOOP", folder.toString());
    assertEquals(2, box.run("scan").exitCode());
  }

  private Path jar(String path) throws Exception {
    Path file = folder.toRealPath().resolve(path);
    Files.createDirectories(file.getParent());
    return Files.createFile(file);
  }
}
