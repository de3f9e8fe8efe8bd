package dev.bookplate.cli;

import dev.bookplate.audit.Build;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Version implements IVersionProvider {
  @Override
  public String[] getVersion() {
    String commit = Build.THIS.commit() == null ? "" : " (" + Build.THIS.commit() + ")";
    return new String[] {"bookplate " + Build.THIS.version() + commit, "Java: " + Build.jvm()};
  }
}
