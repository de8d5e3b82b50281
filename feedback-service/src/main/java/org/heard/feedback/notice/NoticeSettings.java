package org.heard.feedback.notice;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.util.Optional;

/** Where a trust's own words are, and how much of them there may be. */
@ConfigMapping(prefix = "heard.notice")
public interface NoticeSettings {
  /**
   * A folder of files {@code en.properties}, {@code cy.properties}, …, a language each: they stand
   * in place of ours, or beside them. Without it, ours alone.
   */
  Optional<Path> directory();

  /** Code points of one text: what is longer nobody reads before a question. */
  @WithDefault("1000")
  @Min(100)
  @Max(10_000)
  int maxText();

  /** Languages, ours among them. */
  @WithDefault("40")
  @Min(2)
  @Max(200)
  int maxLanguages();

  /** Notices a second in the long run, by everybody together on one replica. */
  @WithDefault("50")
  @Min(1)
  @Max(1000)
  int perSecond();

  /** Notices at once. */
  @WithDefault("200")
  @Min(1)
  @Max(10_000)
  int burst();
}
