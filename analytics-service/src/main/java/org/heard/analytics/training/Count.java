package org.heard.analytics.training;

/** Counts right and wrong answers. */
final class Count {

  private int right;
  private int invented;
  private int missed;

  /** {@code wanted} is 1 yes, -1 no, 0 not known. */
  void add(int wanted, boolean said) {
    if (wanted != 0) {
      add(wanted > 0, said);
    }
  }

  void add(boolean wanted, boolean said) {
    right += wanted && said ? 1 : 0;
    invented += !wanted && said ? 1 : 0;
    missed += wanted && !said ? 1 : 0;
  }

  void add(Count other) {
    right += other.right;
    invented += other.invented;
    missed += other.missed;
  }

  int wanted() {
    return right + missed;
  }

  double f1() {
    return share(2 * right, 2 * right + invented + missed);
  }

  private static double share(int some, int all) {
    return all == 0 ? 0 : (double) some / all;
  }
}
