package dev.bookplate;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A folder that is the launcher's whole world: {@code my program} with a copy of it, {@code
 * tools/bin} as its PATH, {@code home}, and {@code root} for the system's folders. Every Java in it
 * is a script that prints its own place and its arguments.
 */
final class LauncherBox {
  private static final List<String> TOOLS =
      List.of(
          "cat",
          "dirname",
          "find",
          "flock",
          "head",
          "ls",
          "mkdir",
          "mv",
          "readlink",
          "rm",
          "rmdir",
          "sed",
          "sleep",
          "tail");

  private final Path folder;
  private final Map<String, String> environment = new HashMap<>();

  LauncherBox(Path folder) throws IOException {
    this.folder = folder;
    Path bin = Files.createDirectories(folder.resolve("tools/bin"));
    Files.createDirectories(folder.resolve("home"));
    Files.createDirectories(program());
    Files.copy(Path.of("bookplate"), program().resolve("bookplate"));
    assertTrue(program().resolve("bookplate").toFile().setExecutable(true));
    for (String tool : TOOLS) {
      for (String place : List.of("/bin", "/usr/bin")) {
        if (Files.exists(Path.of(place, tool)) && Files.notExists(bin.resolve(tool))) {
          tool(tool, "exec " + place + "/" + tool + " \"$@\"\n");
        }
      }
    }
    set("PATH", bin.toString());
    set("HOME", folder.resolve("home").toString());
    set("BOOKPLATE_ROOT", folder.resolve("root").toString());
    set("BOX", folder.toString());
    set("LC_ALL", "C.UTF-8");
  }

  /** Where the launcher stands. */
  Path program() {
    return folder.resolve("my program");
  }

  void set(String variable, String value) {
    environment.put(variable, value);
  }

  /** Puts a Java of some version into a folder. */
  Path java(String place, String version) throws IOException {
    Path home = folder.resolve(place);
    Files.createDirectories(home.resolve("bin"));
    Files.writeString(
        home.resolve("release"), "IMPLEMENTOR=\"x\"\nJAVA_VERSION=\"" + version + "\"\n");
    script(
        home.resolve("bin/java"),
        """
        if [ "$1" = -version ]; then
          echo 'openjdk version "%s" 2026-01-20' >&2
          exit 0
        fi
        printf '%%s\\n' '%s' "$@"
        exit "${FAKE_EXIT:-0}"
        """
            .formatted(version, place));
    return home;
  }

  /** Puts a Java on the PATH, without a release file near. */
  void javaOnPath(String version) throws IOException {
    Files.delete(java("tools", version).resolve("release"));
  }

  /** Puts a script on the PATH. */
  void tool(String name, String body) throws IOException {
    script(folder.resolve("tools/bin").resolve(name), body);
  }

  Outcome run(String... arguments) throws Exception {
    return runAs(program().resolve("bookplate"), arguments);
  }

  /** Runs the launcher by another of its names. */
  Outcome runAs(Path launcher, String... arguments) throws Exception {
    return finish(start(launcher, "run", arguments), "run");
  }

  /** Starts the launcher; what it prints goes to files of that name. */
  Process start(Path launcher, String name, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().clear();
    builder.environment().putAll(environment);
    return builder
        .redirectInput(ProcessBuilder.Redirect.from(new File("/dev/null")))
        .redirectOutput(folder.resolve(name + ".out").toFile())
        .redirectError(folder.resolve(name + ".err").toFile())
        .start();
  }

  /** Waits for a launcher's end. */
  Outcome finish(Process process, String name) throws Exception {
    boolean ended = process.waitFor(600, TimeUnit.SECONDS);
    process.destroyForcibly();
    assertTrue(ended, "the launcher ends");
    return new Outcome(
        process.exitValue(),
        Files.readString(folder.resolve(name + ".out")),
        Files.readString(folder.resolve(name + ".err")));
  }

  private static void script(Path file, String body) throws IOException {
    Files.writeString(file, "#!/bin/sh\n" + body);
    assertTrue(file.toFile().setExecutable(true));
  }

  /** What a run of the launcher left. */
  record Outcome(int exitCode, String out, String err) {
    /** Place of the Java that was started. */
    String javaThatRan() {
      return out.lines().findFirst().orElseGet(() -> "none: " + err);
    }
  }
}
