package org.heard.gateway.upstream;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/** Exact counts of one ward, oldest period first. Nothing here has passed disclosure control. */
public record WardCounts(
    Ward ward,
    String bucket,
    List<Period> periods,
    String taxonomyVersion,
    String modelVersion,
    Instant snapshotAt) {

  /** The ward counted; {@code site} and {@code organisation} are ids. */
  public record Ward(String id, String name, String site, String organisation) {}

  /**
   * One period.
   *
   * @param submissions everything submitted, with or without a rating
   * @param ratings by rating {@code "1"} (very good) to {@code "6"} (don't know); absent is 0
   * @param modes the same by how they were collected
   * @param comments answered questions
   * @param withContent comments that say something in a supported language
   * @param withheld comments held back from view, still counted
   * @param lowConfidence comments whose tags somebody should look at
   * @param questions comments by question
   * @param languages comments by the language they were written in
   * @param withheldLanguages those of them that are held back
   * @param anyShortfall comments in which anything of compassion is absent
   * @param corrections what people have corrected on these comments
   */
  public record Period(
      String period,
      LocalDate from,
      LocalDate to,
      long submissions,
      Map<String, Long> ratings,
      Map<String, Map<String, Long>> modes,
      long comments,
      long withContent,
      long withheld,
      long lowConfidence,
      Map<String, Long> questions,
      Map<String, Long> languages,
      Map<String, Long> withheldLanguages,
      long anyShortfall,
      List<Pillar> pillars,
      List<Theme> themes,
      Corrections corrections) {}

  /**
   * Accepted corrections of these comments.
   *
   * @param net tags that were to be added minus tags that were to go
   */
  public record Corrections(long count, long net) {}

  /** Distinct comments with any theme of a pillar in this polarity. */
  public record Pillar(String pillar, String polarity, long numerator) {}

  /** Distinct comments that carry this tag; {@code polarity} is null in the general layer. */
  public record Theme(String layer, String theme, String polarity, long numerator) {}
}
