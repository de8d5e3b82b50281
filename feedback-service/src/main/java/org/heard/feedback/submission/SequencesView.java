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
    long received,
    List<Range> ranges,
    @Schema(description = "Between the ranges: not here, or never given out") List<Range> gaps,
    @Schema(description = "Numbers that came more than once, with different ids")
        List<Repeat> repeats,
    boolean complete) {

  /** Numbers from one to another, both included. */
  @Schema(name = "SequenceRange")
  public record Range(long from, long to) {}

  /** A number and how many submissions have it. */
  @Schema(name = "SequenceRepeat")
  public record Repeat(long sequence, long times) {}

  static SequencesView of(
      long received, List<Range> ranges, List<Repeat> repeats, boolean complete) {
    List<Range> gaps = new ArrayList<>();
    for (int i = 1; i < ranges.size(); i++) {
      gaps.add(new Range(ranges.get(i - 1).to() + 1, ranges.get(i).from() - 1));
    }
    return new SequencesView(received, ranges, gaps, repeats, complete);
  }
}
