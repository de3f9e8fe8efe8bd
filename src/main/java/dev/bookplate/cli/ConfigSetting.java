package dev.bookplate.cli;

/** What Spark is told beside the master, as typed: {@code spark.executor.memory=4g}. */
record ConfigSetting(String name, String value) {
  static ConfigSetting of(String typed) {
    int equals = typed.indexOf('=');
    if (equals < 1 || !typed.startsWith("spark.")) {
      throw new UsageException(
          "--conf " + typed + " is no setting of Spark; give it as spark.executor.memory=4g.");
    }
    return new ConfigSetting(typed.substring(0, equals), typed.substring(equals + 1));
  }
}
