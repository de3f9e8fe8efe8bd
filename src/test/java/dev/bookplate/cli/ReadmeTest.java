package dev.bookplate.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.bookplate.fingerprint.ProfileFigures;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** What the README says of commands, options, exit codes and files is so. */
class ReadmeTest {
  private static final String FIRST_COMMAND =
      "./bookplate scan corpora/example-corpus -c corpora/example-shelf -o reports/example"
          + " --overwrite";

  private String readme;

  /** The page, and those that it sends its readers to. */
  private String pages;

  @BeforeEach
  void read() throws IOException {
    readme = Files.readString(Path.of("README.md"));
    StringBuilder all = new StringBuilder(readme);
    try (Stream<Path> docs = Files.list(Path.of("docs"))) {
      for (Path page : docs.sorted().toList()) {
        assertTrue(readme.contains("`docs/" + page.getFileName() + "`"), page.toString());
        all.append(Files.readString(page));
      }
    }
    pages = all.toString();
  }

  private Stream<MatchResult> all(String pattern) {
    return all(readme, pattern);
  }

  private static Stream<MatchResult> all(String text, String pattern) {
    return Pattern.compile(pattern, Pattern.MULTILINE).matcher(text).results();
  }

  @Test
  void firstCommandsAreTheTwo() {
    List<String> blocks = all("```sh\\n(.*)\\n```").map(m -> m.group(1)).toList();
    assertEquals(List.of(FIRST_COMMAND, "mvn verify"), blocks);
  }

  @Test
  void exitCodesAreThoseOfTheProgram() {
    List<Integer> told = all("^\\| (\\d+) \\|").map(m -> Integer.valueOf(m.group(1))).toList();
    assertEquals(Stream.of(ExitCode.values()).map(ExitCode::code).toList(), told);
  }

  @Test
  void commandsAreThoseOfTheProgram() {
    Set<String> told = new TreeSet<>(all("^\\| `([a-z]+)[ `]").map(m -> m.group(1)).toList());
    Set<String> there = new TreeSet<>(Set.of("help", "catalog"));
    there.addAll(told);
    assertEquals(there, new TreeSet<>(commands().keySet()));
  }

  @Test
  void optionsThatItNamesAreThere() {
    Set<String> known = new TreeSet<>(Set.of("--help", "--version"));
    options(commands().values(), known);
    List<String> unknown =
        all(pages, "`[^`\\n]*?(--[a-z-]+)")
            .map(m -> m.group(1))
            .filter(o -> !known.contains(o))
            .toList();
    assertEquals(List.of(), unknown);
  }

  private static Map<String, CommandLine> commands() {
    return HelpTest.commandLine().getSubcommands();
  }

  private static void options(Iterable<CommandLine> commands, Set<String> into) {
    for (CommandLine command : commands) {
      command.getCommandSpec().options().forEach(o -> into.addAll(List.of(o.names())));
      options(command.getSubcommands().values(), into);
    }
  }

  @Test
  void figuresOfProfilesAreThoseOfTheProgram() {
    List<String> told =
        all("^\\| \\| fast \\| standard \\| noisy \\|\n\\|[ -|]+\n((?:\\|.*\n)+)")
            .map(m -> m.group(1))
            .toList();
    String table =
        ProfileFigures.rows().stream()
            .map(r -> "| " + r.what() + " | " + String.join(" | ", r.values()) + " |\n")
            .collect(Collectors.joining());
    assertEquals(List.of(table), told);
    assertTrue(readme.contains("On " + ProfileFigures.MEASURED_ON), ProfileFigures.MEASURED_ON);
    assertTrue(readme.contains("`" + ProfileFigures.COMMAND), ProfileFigures.COMMAND);
  }

  @Test
  void filesThatItNamesAreThere() {
    List<String> paths =
        all(pages, "`((?:src|docs|corpora|reports|\\.ci)/[A-Za-z0-9_./-]+)")
            .map(m -> m.group(1))
            .toList();
    assertTrue(paths.size() >= 4, paths.toString());
    List<String> missing = paths.stream().filter(p -> !Files.exists(Path.of(p))).toList();
    assertEquals(List.of(), missing);
  }

  @Test
  void methodsToStartReadingAtAreThere() throws IOException {
    List<String> classes = all("`([a-z]+)\\.([A-Z][A-Za-z]+)[.`]").map(ReadmeTest::file).toList();
    assertTrue(classes.size() >= 5, classes.toString());
    List<String> missing = classes.stream().filter(f -> !Files.exists(Path.of(f))).toList();
    assertEquals(List.of(), missing);
  }

  private static String file(MatchResult name) {
    return "src/main/java/dev/bookplate/" + name.group(1) + "/" + name.group(2) + ".java";
  }
}
