package org.heard.analytics.counting;

import java.time.LocalDate;
import java.util.List;

/**
 * What a recount found.
 *
 * @param rollups how many rows of each were compared, and how many differ
 * @param differences the first ward-days that differ
 */
record Recounted(List<Rows> rollups, List<Difference> differences) {

  /** Rows of one rollup. */
  record Rows(String rollup, long compared, long differing) {
    Rows plus(Rows other) {
      return new Rows(rollup, compared + other.compared, differing + other.differing);
    }
  }

  /** A ward's day on which a rollup says something else than the facts. */
  record Difference(String rollup, String wardId, LocalDate day, long rows) {}

  long differing() {
    return rollups.stream().mapToLong(Rows::differing).sum();
  }
}
