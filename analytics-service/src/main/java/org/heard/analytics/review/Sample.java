package org.heard.analytics.review;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.heard.analytics.comment.Condition;
import org.heard.analytics.counting.TagVersions;

/**
 * Which comments are asked about: shown, with content, tagged by the present model, and either
 * drawn or with a tag that the model is not sure of. Drawn by bits of the comment's id, so that it
 * is the same ones whenever somebody asks, and nothing that is said in them has a part in it.
 */
@ApplicationScoped
class Sample {
  static final String RANDOM = "random";
  static final String LOW_CONFIDENCE = "low-confidence";

  private static final String IS_RANDOM = "mod(mod(c.shuffle, 1000) + 1000, 1000) < ?";

  /** Comments {@code c}, their wards {@code w}, and why one is asked about. */
  static final String FROM = " from comment c join ward w on w.id = c.ward_id where ";

  private final ReviewConfig config;
  private final TagVersions versions;
  private final Clock clock;

  Sample(ReviewConfig config, TagVersions versions, Clock clock) {
    this.config = config;
    this.versions = versions;
    this.clock = clock;
  }

  /** The column {@code sample}; a comment that was drawn is random, sure or not. */
  String column() {
    return "case when mod(mod(c.shuffle, 1000) + 1000, 1000) < %d then '%s' else '%s' end as sample"
        .formatted(config.randomPerMille(), RANDOM, LOW_CONFIDENCE);
  }

  /** The sample of these organisations. */
  Condition of(List<String> organisations) {
    return new Condition()
        .and("w.organisation_id = any(?)", (Object) organisations.toArray(String[]::new))
        .and("c.with_content and c.withheld is null and c.text is not null")
        .and("c.counted_on > ?", first())
        .and("c.model_version = ?", versions.model())
        .and("(" + IS_RANDOM + " or c.low_confidence)", config.randomPerMille());
  }

  private LocalDate first() {
    return today().minusDays(config.window().toDays());
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }
}
