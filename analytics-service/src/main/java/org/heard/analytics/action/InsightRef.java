package org.heard.analytics.action;

import java.time.Instant;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.counting.Bucket;
import org.heard.analytics.counting.Period;
import org.heard.analytics.counting.ThemeCounts;

/**
 * The number that an action answers, as it was counted when the action was created; it stays so.
 *
 * @param numerator comments with the tag
 * @param denominator comments with content
 */
@Schema(name = "InsightRef")
record InsightRef(
    @Schema(examples = "compassion") String layer,
    @Schema(examples = "responsive-help") String theme,
    @Schema(nullable = true, examples = "absent") String polarity,
    @Schema(examples = "week") String bucket,
    @Schema(examples = "2026-W40") String period,
    @Schema(description = "Read from the counts, whatever is sent", examples = "7") long numerator,
    @Schema(description = "Read from the counts, whatever is sent", examples = "51")
        long denominator,
    Instant countedAt) {

  /** What is asked for: which number. */
  record Asked(ThemeKey key, Period period) {
    /** Numbers may come along, as they stand beside the theme where it was read; none is used. */
    static Asked read(Fields fields) {
      fields.only(
          Set.of(
              "layer",
              "theme",
              "polarity",
              "bucket",
              "period",
              "numerator",
              "denominator",
              "countedAt"));
      ThemeKey key = ThemeKey.read(fields);
      Bucket bucket = Bucket.of(fields.string("bucket"));
      String period = fields.required("period", fields.string("period"));
      return new Asked(key, bucket.parse(period));
    }

    InsightRef counted(ThemeCounts.Count count, Instant at) {
      return new InsightRef(
          key.layer(),
          key.theme(),
          key.polarity(),
          period.bucket().code(),
          period.label(),
          count.numerator(),
          count.denominator(),
          at);
    }
  }
}
