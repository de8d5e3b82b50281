package org.heard.analytics.counting;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.LongStream;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/**
 * Periods of one bucket in a row.
 *
 * @param list at least one, oldest first, without gaps
 */
public record Periods(Bucket bucket, List<Period> list) {
  private static final int DEFAULT = 13;

  /** The contract's: ten years of months, more than two of weeks. */
  private static final int MAX = 120;

  public Periods {
    list = List.copyOf(list);
  }

  /** The last 13 that have begun. */
  public static Periods latest(Bucket bucket, LocalDate today) {
    return between(bucket, null, null, today);
  }

  /** Only the period of this label, or the last 13 that have begun for null. */
  public static Periods asked(Bucket bucket, String label, LocalDate today) {
    return label == null ? latest(bucket, today) : only(bucket, label);
  }

  /** Only the period of this label. */
  public static Periods only(Bucket bucket, String label) {
    return new Periods(bucket, List.of(bucket.parse(label)));
  }

  /**
   * From one label to another, both included.
   *
   * @param from null for 13 periods in all
   * @param to null for the current one
   */
  public static Periods between(Bucket bucket, String from, String to, LocalDate today) {
    Period last = to == null ? bucket.at(today) : bucket.parse(to);
    Period first = from == null ? last.plus(1L - DEFAULT) : bucket.parse(from);
    long count = bucket.between(first.from(), last.from()) + 1;
    if (first.from().isAfter(last.from())) {
      throw new ProblemException(ErrorCode.PERIOD_ORDER, "from must not come after to.");
    }
    if (count > MAX) {
      throw new ProblemException(ErrorCode.TOO_MANY_PERIODS, "At most " + MAX + " periods.");
    }
    return new Periods(bucket, LongStream.range(0, count).mapToObj(first::plus).toList());
  }

  /** The first day of all. */
  public LocalDate from() {
    return list.get(0).from();
  }

  /** The last day of all. */
  public LocalDate to() {
    return list.get(list.size() - 1).to();
  }
}
