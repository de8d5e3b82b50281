package org.heard.analytics.ingest;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heard.analytics.directory.DirectoryEntry;
import org.heard.analytics.reconciliation.PublishedTally;
import org.heard.analytics.tagging.Question;

/** A fact that feedback-service published, with the fields that this service uses. */
sealed interface Event {
  /** Topics, equal to the types of the events on them. */
  String SUBMITTED = "feedback.submitted";

  String ERASED = "feedback.erased";
  String DIRECTORY = "directory.changed";
  String TALLY = "feedback.tally";
  List<String> TOPICS = List.of(SUBMITTED, ERASED, DIRECTORY, TALLY);

  /**
   * Feedback was given or changed: full state.
   *
   * @param rating 1 to 6 or null
   * @param demographics bands as JSON, or null
   */
  record Submitted(
      UUID submissionId,
      int version,
      String wardId,
      String organisationId,
      Integer rating,
      List<Answer> answers,
      String channel,
      String mode,
      Instant receivedAt,
      Instant countedAt,
      boolean consentToPublish,
      String demographics)
      implements Event {

    public Submitted {
      answers = List.copyOf(answers);
    }
  }

  /**
   * One answered question.
   *
   * @param language identified on arrival; may be null
   * @param heldForLanguage a person must look before anyone reads it
   */
  record Answer(Question question, String text, String language, boolean heldForLanguage) {}

  /** A submission must disappear. */
  record Erased(
      UUID submissionId,
      int version,
      String wardId,
      String organisationId,
      Instant erasedAt,
      String reason)
      implements Event {
    private static final String RETENTION = "retention";

    /** Whether only the words go and the counts stay; every other reason takes everything. */
    boolean keepsCounts() {
      return RETENTION.equals(reason);
    }
  }

  /** The state of a directory entry. */
  record DirectoryChanged(DirectoryEntry entry) implements Event {}

  /** How much feedback-service had of a ward's day. */
  record Tallied(PublishedTally tally) implements Event {}
}
