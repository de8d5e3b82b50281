package org.heard.feedback.submission;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Which of a device's sequence numbers are held here, to compare with what the device sent. Lists
 * are in ascending order and hold the highest numbers where there are too many.
 *
 * @param received submissions that came with a number
 * @param complete false if lower ranges or repeats are left out
 */
@Schema(name = "Sequences")
public record SequencesView(
    @Schema(
            minimum = "0",
            description = "Submissions that came with a number, those put aside included",
            examples = "41")
        long received,
    @Schema(
            maxItems = SequencesView.MAX_ROWS,
            description =
                "Numbers that are here, ascending; of too many the highest. By default at most"
                    + " 1,000 (`heard.sequences.max-rows`)",
            examples = "[{\"from\": 1, \"to\": 16}, {\"from\": 18, \"to\": 41}]")
        List<Range> ranges,
    @Schema(
            maxItems = SequencesView.MAX_ROWS,
            description =
                "What is missing: numbers from 1 on, below and between the ranges, that are not here"
                    + " or were never given out",
            examples = "[{\"from\": 17, \"to\": 17}]")
        List<Range> gaps,
    @Schema(
            maxItems = SequencesView.MAX_ROWS,
            description = "Numbers that came more than once, with different ids; ascending",
            examples = "[{\"sequence\": 16, \"times\": 2}]")
        List<Repeat> repeats,
    @Schema(
            description =
                "Whether the lists were not cut off; false if lower ranges or repeats are left out."
                    + " It does not mean that nothing is missing: `gaps` says what is",
            examples = "true")
        boolean complete) {

  /** The largest that {@link SequenceSettings#maxRows} may be. */
  static final int MAX_ROWS = 10_000;

  /** Numbers from one to another, both included. */
  @Schema(name = "SequenceRange")
  public record Range(
      @Schema(description = "The first number", examples = "1") long from,
      @Schema(description = "The last number, included", examples = "40") long to) {}

  /** A number and how many submissions have it. */
  @Schema(name = "SequenceRepeat")
  public record Repeat(
      @Schema(description = "The number", examples = "17") long sequence,
      @Schema(minimum = "2", description = "Submissions that have it", examples = "2")
          long times) {}

  /**
   * @param fromTheLowest whether the ranges begin with the lowest number held. Numbers go up by one
   *     from 1: then what is missing below it is a gap, too
   */
  static SequencesView of(
      long received,
      List<Range> ranges,
      List<Repeat> repeats,
      boolean fromTheLowest,
      boolean complete) {
    List<Range> gaps = new ArrayList<>();
    if (fromTheLowest && !ranges.isEmpty() && ranges.get(0).from() > 1) {
      gaps.add(new Range(1, ranges.get(0).from() - 1));
    }
    for (int i = 1; i < ranges.size(); i++) {
      gaps.add(new Range(ranges.get(i - 1).to() + 1, ranges.get(i).from() - 1));
    }
    return new SequencesView(received, ranges, gaps, repeats, complete);
  }
}
