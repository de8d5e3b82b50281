package org.heard.feedback.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Submissions whose words a ward may read: none that was erased, expired, put aside or is held. */
@ApplicationScoped
public class ShownSubmissions {
  private final SubmissionRepository submissions;

  ShownSubmissions(SubmissionRepository submissions) {
    this.submissions = submissions;
  }

  /** Where a submission belongs. */
  public record Shown(UUID id, String wardId, String organisationId) {}

  /** Those of these submissions that are shown whole, by id. */
  @Transactional
  public Map<UUID, Shown> of(Collection<UUID> ids) {
    return submissions.findAll(ids).values().stream()
        .filter(ShownSubmissions::isShown)
        .map(found -> new Shown(found.id, found.wardId, found.organisationId))
        .collect(Collectors.toMap(Shown::id, shown -> shown));
  }

  private static boolean isShown(Submission found) {
    return found.erasedAt == null
        && found.expiredAt == null
        && found.answers.stream().allMatch(answer -> answer.held() == null);
  }
}
