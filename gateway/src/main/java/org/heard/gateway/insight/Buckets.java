package org.heard.gateway.insight;

import java.util.Set;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;

/** The periods that anybody is told about; analytics-service counts days, too. */
public final class Buckets {
  private static final Set<String> TOLD = Set.of("week", "month", "quarter");

  private Buckets() {}

  /**
   * Lets these words pass, and null.
   *
   * @throws ProblemException {@link ErrorCode#BAD_BUCKET}
   */
  public static void check(String bucket) {
    if (bucket != null && !TOLD.contains(bucket)) {
      throw new ProblemException(ErrorCode.BAD_BUCKET, "Send week, month or quarter.");
    }
  }
}
