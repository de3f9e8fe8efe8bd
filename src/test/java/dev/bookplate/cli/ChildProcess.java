package dev.bookplate.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The program in a process of its own. */
final class ChildProcess {
  private ChildProcess() {}

  /** Ready to start; the streams are still those of the default. */
  static ProcessBuilder of(List<String> jvmOptions, Object... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx1g", "--enable-native-access=ALL-UNNAMED"));
    command.addAll(jvmOptions);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    return new ProcessBuilder(command);
  }

  /** Runs it to its end and returns the exit code; what it prints goes to the test's output. */
  static int run(List<String> jvmOptions, Object... arguments)
      throws IOException, InterruptedException {
    return of(jvmOptions, arguments).inheritIO().start().waitFor();
  }
}
