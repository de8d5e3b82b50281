package org.heard.analytics.training;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.heard.analytics.tagging.CommentText;

/**
 * One comment with what people said about it. What nobody was asked is null, not empty.
 *
 * @param source which collection it comes from
 * @param annotation by the guideline of the taxonomy; may be null
 * @param qdc labels of the QDC framework, version 6; may be null
 * @param sentiment 1 very positive to 5 very negative; may be null
 * @param criticality -5 worst to +5 best; may be null
 */
record LabelledComment(
    String id,
    String source,
    CommentText comment,
    Annotation annotation,
    Set<String> qdc,
    Integer sentiment,
    Integer criticality) {

  /**
   * What an annotator said. A part that nobody was asked for is null.
   *
   * @param compassion tags of the compassion layer, as labels; may be null
   * @param practical those of the practical layer; may be null
   * @param general codes of general states; may be null
   * @param severity none, low, moderate or serious; may be null
   * @param alert an alert category; may be null
   */
  record Annotation(
      List<Span> compassion,
      List<Span> practical,
      Set<String> general,
      String severity,
      String alert) {

    /** Of both layers, as far as they were asked for. */
    List<Span> tags() {
      return Stream.of(compassion, practical)
          .filter(Objects::nonNull)
          .flatMap(List::stream)
          .toList();
    }
  }

  /**
   * A tag and its evidence.
   *
   * @param label theme and polarity
   * @param specific whether something done is described; null where it was not asked
   * @param start first UTF-16 code unit of the evidence
   * @param end one past its last
   */
  record Span(String label, Boolean specific, int start, int end) {}

  /** Comments that differ only in case and punctuation are one: they never part in a split. */
  String group() {
    String plain = comment.text().toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ");
    return plain.strip();
  }
}
