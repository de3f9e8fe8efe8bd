package dev.bookplate.cli;

import dev.bookplate.fingerprint.Profile;
import dev.bookplate.fingerprint.ProfileFigures;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/** The profiles side by side, below the help of the commands that take one. */
final class ProfileTable {
  private ProfileTable() {}

  /** Puts the table behind a command's examples. */
  static void addTo(CommandSpec command) {
    List<String> footer = new ArrayList<>(Arrays.asList(command.usageMessage().footer()));
    footer.add("");
    footer.add("Profiles. All find every unbroken run of 25 words. Measured on planted");
    footer.add("passages (" + ProfileFigures.COMMAND + "), found of planted:");
    // what picocli formats takes a per cent sign for a directive
    lines().forEach(line -> footer.add("  " + line.replace("%", "%%")));
    footer.add("Measured on " + ProfileFigures.MEASURED_ON + ".");
    command.usageMessage().footer(footer.toArray(new String[0]));
  }

  private static List<String> lines() {
    List<String> heads = new ArrayList<>(List.of(""));
    Stream.of(Profile.values()).map(Profile::label).forEach(heads::add);
    TextTable table = new TextTable(heads.toArray(new String[0]));
    for (ProfileFigures.Row row : ProfileFigures.rows()) {
      if (row.brief() != null) {
        List<Object> cells = new ArrayList<>(List.of(row.brief()));
        row.values().forEach(value -> cells.add(value.replace(" / ", "/")));
        table.row(cells.toArray());
      }
    }
    return table.lines();
  }
}
