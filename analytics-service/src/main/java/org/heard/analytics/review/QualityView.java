package org.heard.analytics.review;

import java.time.LocalDate;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * How right the present model was on the drawn comments that were reviewed. Exact numbers: what may
 * be said of them is the gateway's to judge.
 *
 * @param from first day on which they are counted
 * @param to last day, included
 * @param reviewed drawn comments
 */
@Schema(name = "Quality")
record QualityView(
    LocalDate from,
    LocalDate to,
    String modelVersion,
    @Schema(examples = "120") long reviewed,
    List<Row> tags) {

  /** One tag; those that nobody said or missed are left out. */
  @Schema(name = "QualityOfTag")
  record Row(
      @Schema(examples = "compassion") String layer,
      @Schema(examples = "being-heard") String theme,
      @Schema(examples = "absent", nullable = true) String polarity,
      @Schema(description = "Comments that the model tagged so, rightly", examples = "31")
          long right,
      @Schema(description = "and wrongly", examples = "4") long wrong,
      @Schema(description = "Comments that it should have tagged so", examples = "6")
          long missing) {}
}
