package org.heard.gateway.upstream;

import java.time.LocalDate;
import java.util.List;

/**
 * How right the present model was on drawn comments. Nothing here has passed disclosure control.
 *
 * @param reviewed drawn comments that were reviewed
 */
public record ModelQuality(
    LocalDate from, LocalDate to, String modelVersion, long reviewed, List<Row> tags) {

  /**
   * One tag; {@code polarity} is null in the general layer.
   *
   * @param right comments that the model tagged so, rightly
   * @param wrong and wrongly
   * @param missing comments that it should have tagged so
   */
  public record Row(
      String layer, String theme, String polarity, long right, long wrong, long missing) {}
}
