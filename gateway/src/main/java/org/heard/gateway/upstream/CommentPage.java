package org.heard.gateway.upstream;

import java.time.LocalDate;
import java.util.List;

/** A page of tagged, identifier-free comments. */
public record CommentPage(List<Comment> items, long total, String next) {

  /**
   * One answered question.
   *
   * @param wardId null in the list of one ward
   * @param translatedFrom null unless a person has translated it: the language it was written in
   * @param severity of the worst statement; null when withheld
   * @param praised tokens of staff names that the ward's own leader may be told
   * @param withheld null unless the text is held back
   */
  public record Comment(
      String id,
      String submissionId,
      String wardId,
      String question,
      Integer rating,
      String text,
      LocalDate countedOn,
      String period,
      String language,
      String translatedFrom,
      String severity,
      List<Tag> tags,
      List<String> praised,
      String withheld) {

    public Comment {
      praised = praised == null ? List.of() : List.copyOf(praised);
    }
  }

  /**
   * What a comment says, with the passage that says it.
   *
   * @param source {@code person} where a person has added it, else null
   */
  public record Tag(
      String layer,
      String theme,
      String polarity,
      String specificity,
      Double confidence,
      Evidence evidence,
      String source) {}

  /** A passage of the text; offsets are UTF-16 code units. */
  public record Evidence(int start, int end, String text) {}
}
