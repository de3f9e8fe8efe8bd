package dev.bookplate.engine.spark;

import java.util.List;
import java.util.Map;

/**
 * What Spark is told at the start.
 *
 * @param named Spark's own settings, by their names: {@code spark.master}
 * @param jars of this program, which executors fetch; empty where they have it, or where {@code
 *     spark-submit} sees to it
 */
public record SparkSettings(Map<String, String> named, List<String> jars) {
  /** Of a master, with nothing to be sent. */
  public static SparkSettings ofMaster(String master) {
    return new SparkSettings(Map.of("spark.master", master), List.of());
  }
}
