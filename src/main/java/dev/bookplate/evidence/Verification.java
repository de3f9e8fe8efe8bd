package dev.bookplate.evidence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was checked of a run, what was not, and what does not hold. It passes or it fails: whatever
 * was not checked is told, and is neither.
 */
public final class Verification {
  /** Problems that are told one by one. */
  public static final int MOST = 100;

  /**
   * One thing that was checked or not.
   *
   * @param what was to be checked
   * @param how it was checked, or why it was not
   */
  public record Step(String what, String how) {}

  private final List<Step> checked = new ArrayList<>();
  private final List<Step> notChecked = new ArrayList<>();
  private final List<Problem> problems = new ArrayList<>();
  private long more;

  /** Tells of something that was checked, whether or not it held. */
  public void checked(String what, String how) {
    checked.add(new Step(what, how));
  }

  /** Tells of something that was not checked. */
  public void notChecked(String what, String why) {
    notChecked.add(new Step(what, why));
  }

  /** Tells of something that does not hold. */
  public void problem(Problem problem) {
    if (problems.size() < MOST) {
      problems.add(problem);
    } else {
      more++;
    }
  }

  /** What was checked, in order. */
  public List<Step> checked() {
    return List.copyOf(checked);
  }

  /** What was not checked, in order. */
  public List<Step> notChecked() {
    return List.copyOf(notChecked);
  }

  /** What does not hold: the first {@link #MOST}, in the order in which it was found. */
  public List<Problem> problems() {
    return List.copyOf(problems);
  }

  /** Problems beyond those. */
  public long more() {
    return more;
  }

  /** Whether everything that was checked held. */
  public boolean holds() {
    return problems.isEmpty();
  }

  /** For the custody log, and for programs. */
  public Map<String, Object> facts() {
    Map<String, Object> facts = new LinkedHashMap<>();
    facts.put("result", holds() ? "passed" : "failed");
    facts.put("problems", problems());
    facts.put("moreProblems", more);
    facts.put("checked", checked());
    facts.put("notChecked", notChecked());
    return facts;
  }
}
