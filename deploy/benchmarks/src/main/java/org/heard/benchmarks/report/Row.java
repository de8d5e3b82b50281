package org.heard.benchmarks.report;

/**
 * One figure beside its limit and its target.
 *
 * @param what was measured
 * @param measured with its unit
 * @param limit its name and figure, measured in the same run; empty if the target is absolute
 * @param ratio of measured to limit; empty without a limit
 * @param target of the design; empty for a figure that is only told
 * @param verdict whether the target was met; empty without a target
 */
public record Row(
    String what, String measured, String limit, String ratio, String target, String verdict) {

  /** A figure without a limit or a target. */
  public static Row told(String what, String measured) {
    return new Row(what, measured, "", "", "", "");
  }

  /** A figure with an absolute target. */
  public static Row absolute(String what, String measured, String target, boolean met) {
    return new Row(what, measured, "", "", target, verdict(met));
  }

  /** A figure beside a limit, and the smallest ratio that is wanted. */
  public static Row ratio(String what, String measured, String limit, double ratio, double wanted) {
    return new Row(
        what,
        measured,
        limit,
        String.format("%.2f", ratio),
        String.format(">= %.1f", wanted),
        verdict(ratio >= wanted));
  }

  private static String verdict(boolean met) {
    return met ? "met" : "MISSED";
  }
}
