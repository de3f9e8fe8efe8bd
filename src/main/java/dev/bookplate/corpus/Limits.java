package dev.bookplate.corpus;

import java.io.Serializable;

/**
 * What archives may ask of a scan.
 *
 * @param maxMemberBytes largest member that has to be held in memory to be read; lines are not
 * @param maxDepth archives in archives that are opened, the outermost counted
 */
public record Limits(long maxMemberBytes, int maxDepth) implements Serializable {
  /** What is done unless the user says otherwise. */
  public static final Limits DEFAULT = new Limits(512L << 20, 4);
}
