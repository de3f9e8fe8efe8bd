package dev.bookplate.cli;

/** Placeholder until the command line lands. */
public final class Main {
  private Main() {}

  /** Starts. */
  public static void main(String[] args) {}
}
