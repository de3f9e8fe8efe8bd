package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Help is there, whole, and true. */
class HelpTest {
  static CommandLine commandLine() {
    PrintStream nowhere =
        new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8);
    return Bookplate.commandLine(
        new Session(new ByteArrayInputStream(new byte[0]), nowhere, nowhere, Map.of(), List.of()));
  }

  private static List<CommandLine> all(CommandLine line) {
    List<CommandLine> all = new ArrayList<>(List.of(line));
    Set.copyOf(line.getSubcommands().values()).forEach(sub -> all.addAll(all(sub)));
    return all;
  }

  private static Object[] words(CommandLine line, String last) {
    List<String> words = new ArrayList<>();
    for (CommandLine each = line; each.getParent() != null; each = each.getParent()) {
      words.add(0, each.getCommandName());
    }
    words.add(last);
    return words.toArray();
  }

  @Test
  void theCommandsOfTheContract() {
    Map<String, CommandLine> commands = commandLine().getSubcommands();

    assertTrue(
        commands
            .keySet()
            .containsAll(
                Set.of("scan", "calibrate", "catalogue", "catalog", "report", "show", "inspect")));
    assertTrue(
        commands
            .get("catalogue")
            .getSubcommands()
            .keySet()
            .containsAll(Set.of("add", "list", "show", "stats", "verify")));
  }

  @Test
  void everyCommandHasHelpWithAnExample() {
    for (CommandLine line : all(commandLine())) {
      CliRun help = CliRun.of(words(line, "--help"));
      assertEquals(0, help.code(), help.err());
      assertTrue(help.out().contains("Usage: bookplate"), help.out());
      assertTrue(help.out().contains("\nExample"), help.out());
      assertTrue(help.out().contains("  bookplate "), help.out());
      help.out()
          .lines()
          .forEach(shown -> assertTrue(shown.length() <= 80, () -> "wider than 80: " + shown));
    }
  }

  @Test
  void everyOptionAndParameterIsDescribed() {
    for (CommandLine line : all(commandLine())) {
      for (OptionSpec option : line.getCommandSpec().options()) {
        assertTrue(option.description().length > 0, option + " of " + line.getCommandName());
      }
      for (PositionalParamSpec parameter : line.getCommandSpec().positionalParameters()) {
        assertTrue(parameter.description().length > 0, parameter.paramLabel());
      }
    }
  }

  @Test
  void topLevelHelpHasTheExitCodes() {
    String help = CliRun.of("--help").out().replaceAll("\\s+", " ");

    for (ExitCode code : ExitCode.values()) {
      assertTrue(help.contains(" " + code.code() + " " + code.meaning()), code.meaning());
    }
  }

  @Test
  void helpOfACommandAndVersion() {
    assertEquals(CliRun.of("scan", "--help"), CliRun.of("help", "scan"));
    assertTrue(CliRun.of("--version").out().startsWith("bookplate "));
  }

  @Test
  void argumentsMayStandInAFile(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("arguments");
    Files.writeString(file, "scan\n--help\n");

    assertEquals(CliRun.of("scan", "--help"), CliRun.of("@" + file));
  }

  @Test
  void theCompletionScriptIsOneForBash(@TempDir Path folder) throws Exception {
    CliRun run = CliRun.of("completion");
    assertEquals(0, run.code());
    assertTrue(run.out().contains("--max-unread"));
    assertFalse(run.out().contains("--stacktrace"));
    Path script = Files.writeString(folder.resolve("completion"), run.out());
    Process bash =
        new ProcessBuilder("bash", "-n", script.toString()).redirectErrorStream(true).start();
    String said = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, bash.waitFor(), said);
    assertEquals("", said);
  }
}
