package org.heard.gateway.upstream;

import java.time.LocalDate;
import java.util.List;

/** A page of comments that are held back for their language. */
public record HeldPage(List<Held> items, long total, String next) {

  /**
   * One answered question as it was published; names may stand in it.
   *
   * @param language null where it is not known
   * @param version of the words, to come back with what is written in their place
   */
  public record Held(
      String id,
      String submissionId,
      String question,
      String language,
      String text,
      String version,
      LocalDate countedOn) {}
}
