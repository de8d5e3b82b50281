package org.heard.gateway.upstream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** A page of reports on whether what is counted is what there is to count. */
public record RecountPage(List<Recount> items, long total, String next) {

  /** What to do with what is found. */
  public record Order(boolean rebuild) {}

  /** One report; {@code endedAt} is null while it runs. */
  public record Recount(
      long id,
      String state,
      boolean rebuild,
      Instant startedAt,
      Instant endedAt,
      long comparedRows,
      long differingRows,
      List<Rollup> rollups,
      List<WardDay> wardDays) {}

  /** Rows of one rollup. */
  public record Rollup(String rollup, long comparedRows, long differingRows) {}

  /** A ward's day on which a rollup differs. */
  public record WardDay(String rollup, String wardId, LocalDate day, long differingRows) {}
}
