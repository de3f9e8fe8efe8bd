package dev.bookplate.extract;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** A process whose parser does what a file tells it to, the worst included. */
final class UnrulyChild {
  private UnrulyChild() {}

  public static void main(String[] args) throws IOException {
    int[] before = {0};
    ParserChild.serve(
        (source, kind, maxChars) -> {
          String order;
          try (var in = source.open()) {
            order = new String(in.readAllBytes(), StandardCharsets.UTF_8);
          }
          switch (order) {
            case "fill the memory" -> fill();
            case "loop" -> loop();
            case "recurse" -> recurse(0);
            case "exit" -> Runtime.getRuntime().halt(0);
            case "exit unless first" -> exitUnless(before[0] == 0);
            case "fail" -> throw new IllegalStateException("a bug");
            default -> before[0]++;
          }
          return new Extracted(order, "unruly", "pdf", Extracted.Metadata.NONE);
        });
  }

  private static void exitUnless(boolean first) {
    if (!first) {
      Runtime.getRuntime().halt(0);
    }
  }

  private static void fill() {
    String all = "x".repeat(1 << 20);
    while (!all.isEmpty()) {
      all = all.concat(all);
    }
  }

  @SuppressWarnings("ThreadPriorityCheck")
  private static void loop() {
    while (true) {
      Thread.onSpinWait();
    }
  }

  private static int recurse(int depth) {
    return depth < 0 ? 0 : recurse(depth + 1) + 1;
  }
}
