package org.heard.feedback.event;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * The fact that feedback was given, full state, without raw text, names, device, contact or
 * receipt. A change of the same submission is the same fact with a higher version. Shapes and
 * closed lists: {@code contract/README.md}.
 *
 * @param answers with identifiers already removed
 * @param language as the client said
 * @param countedAt the instant whose day it is counted on
 * @param timeFlag null, {@code AHEAD} or {@code TOO_OLD}: why countedAt is not authoredAt
 */
public record FeedbackSubmitted(
    UUID submissionId,
    int version,
    String wardId,
    String siteId,
    String organisationId,
    Integer rating,
    List<Answer> answers,
    String language,
    String channel,
    String mode,
    String respondent,
    String format,
    Instant authoredAt,
    Instant receivedAt,
    Instant countedAt,
    String timeFlag,
    boolean consentToPublish,
    Demographics demographics,
    String redactionVersion) {

  /** Topic and CloudEvents type. */
  public static final String TOPIC = "feedback.submitted";

  /**
   * One answered question.
   *
   * @param language identified from the text, null where it is not known
   * @param held null, or why the text must not be shown yet
   * @param nameTokens where tokens for staff names stand in the text
   */
  public record Answer(
      String question, String text, String language, String held, List<NameToken> nameTokens) {}

  /** Where a token stands for a name; UTF-16 offsets. */
  public record NameToken(String token, int start, int end) {}

  /** Bands only, each possibly null. */
  public record Demographics(String ageBand, String sex, String ethnicGroup, String disability) {}
}
