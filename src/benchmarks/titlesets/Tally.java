import java.util.Map;

/** Counts of one sort of pair. */
class Tally {
  int right;
  int wrong;
  int missed;

  @Override
  public String toString() {
    return String.format(
        "right %,6d  wrong %,5d  missed %,6d  precision %.4f  recall %.3f",
        right,
        wrong,
        missed,
        right / (double) Math.max(1, right + wrong),
        right / (double) Math.max(1, right + missed));
  }

  static void sum(String name, Map<String, Tally> tallies) {
    Tally all = new Tally();
    tallies.forEach(
        (sort, tally) -> {
          Titles.OUT.printf("%-48s %s%n", sort, tally);
          all.right += tally.right;
          all.wrong += tally.wrong;
          all.missed += tally.missed;
        });
    Titles.OUT.printf("%-48s %s%n", "ALL " + name, all);
  }
}
