package dev.bookplate.cli;

import java.nio.file.Path;
import java.util.Map;

/** Where catalogues are kept that were built on the fly. */
final class CacheFolder {
  private CacheFolder() {}

  /** BOOKPLATE_CACHE, else as the XDG base directories say; relative paths there do not count. */
  static Path of(Map<String, String> environment) {
    String own = environment.getOrDefault("BOOKPLATE_CACHE", "");
    if (!own.isEmpty()) {
      return Path.of(own);
    }
    String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
    Path caches =
        xdg.startsWith("/") ? Path.of(xdg) : Path.of(System.getProperty("user.home"), ".cache");
    return caches.resolve("bookplate");
  }
}
