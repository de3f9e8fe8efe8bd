package dev.bookplate.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Name of this machine, asked of nobody: a look-up of names would use the network. */
final class Host {
  private static final Path LINUX = Path.of("/proc/sys/kernel/hostname");

  private Host() {}

  /** The name, or null where the machine does not say. */
  static String name(Map<String, String> environment) {
    try {
      return Files.readString(LINUX).strip();
    } catch (IOException e) { // not Linux
      String name = environment.getOrDefault("HOSTNAME", environment.get("COMPUTERNAME"));
      return name == null || name.isBlank() ? null : name;
    }
  }
}
