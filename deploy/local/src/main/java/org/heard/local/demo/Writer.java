package org.heard.local.demo;

import java.util.List;
import java.util.Set;

/** Who writes: on which ward, for whom, and whom of the staff they have met. */
final class Writer {

  private final Kind kind;
  private final List<String> staff;
  private int next;

  Writer(DemoWard ward, boolean relative, Dice dice) {
    this.kind = new Kind(ward.kinds(), relative, dice.chance(0.6));
    this.staff = ward.staff();
    this.next = dice.below(staff.size());
  }

  /**
   * What decides which phrases fit.
   *
   * @param wards kinds of the ward
   * @param relative whether the patient is somebody else
   * @param aboutHer whether that somebody is a woman
   */
  record Kind(Set<String> wards, boolean relative, boolean aboutHer) {}

  Kind kind() {
    return kind;
  }

  /** One of the ward's staff, another one each time. */
  String name() {
    next = (next + 1) % staff.size();
    return staff.get(next);
  }
}
