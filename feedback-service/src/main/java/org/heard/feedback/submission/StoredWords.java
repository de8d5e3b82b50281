package org.heard.feedback.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.heard.feedback.event.FeedbackSubmitted;

/** What of a submission's words is stored without identifiers. */
@ApplicationScoped
public class StoredWords {
  private final SubmissionRepository submissions;

  StoredWords(SubmissionRepository submissions) {
    this.submissions = submissions;
  }

  /**
   * Whose they are, and what they say.
   *
   * @param texts in the order of the answers; none once they were taken back, or their time is over
   */
  public record Words(String organisationId, List<String> texts) {}

  /** Those of a submission of these organisations; what was put aside is none. */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Words> find(UUID id, Set<String> organisations) {
    return submissions
        .findByIdOptional(id)
        .filter(found -> organisations.contains(found.organisationId))
        .map(
            found ->
                new Words(
                    found.organisationId,
                    found.answers.stream().map(FeedbackSubmitted.Answer::text).toList()));
  }
}
