package org.heard.feedback.breakglass;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.vault.Sealed;
import org.heard.feedback.vault.Vault;

/**
 * Shows a second person who read what, and why. Whatever else is to tell them, by mail or webhook,
 * reads the same unseen rows.
 */
@ApplicationScoped
class RawAccessReview {
  private final RawAccessRepository records;
  private final Vault vault;
  private final Clock clock;

  RawAccessReview(RawAccessRepository records, Vault vault, Clock clock) {
    this.records = records;
    this.vault = vault;
    this.clock = clock;
  }

  /** Whose accesses, and whether only those that nobody has seen. */
  record Filter(Set<String> organisations, boolean unseen) {}

  /**
   * At most so many, the last first.
   *
   * @param after the last one of the page before, null for the first page
   * @throws ProblemException {@code BAD_CURSOR} if there is no such one
   */
  @Transactional
  List<RawAccessView> page(Filter filter, UUID after, int limit) {
    RawAccess last =
        after == null
            ? null
            : records.of(after, filter.organisations()).orElseThrow(RawAccessesResource::badCursor);
    return views(records.page(filter.organisations(), filter.unseen(), last, limit));
  }

  @Transactional
  long count(Filter filter) {
    return records.count(filter.organisations(), filter.unseen());
  }

  /**
   * Notes that a second person has seen one; who was first stands.
   *
   * @throws ProblemException {@code NOT_FOUND}; {@code SAME_PERSON} for who read the words
   */
  @Transactional
  RawAccessView seen(UUID id, String subject, Set<String> organisations) {
    RawAccess access =
        records
            .of(id, organisations)
            .orElseThrow(() -> new ProblemException(ErrorCode.NOT_FOUND, "No such access."));
    if (access.subject.equals(subject)) {
      throw new ProblemException(ErrorCode.SAME_PERSON, "Whoever read it cannot be the second.");
    }
    records.noteSeen(id, subject, clock.instant().truncatedTo(ChronoUnit.MICROS));
    return views(List.of(access)).get(0);
  }

  private List<RawAccessView> views(List<RawAccess> found) {
    List<UUID> ids = found.stream().map(access -> access.id).toList();
    Map<UUID, RawAccessRepository.Use> uses = records.uses(ids);
    Map<UUID, RawAccessSeen> seen = records.seen(ids);
    return found.stream()
        .map(each -> RawAccessView.of(each, reason(each), uses.get(each.id), seen.get(each.id)))
        .toList();
  }

  private String reason(RawAccess access) {
    if (access.reason == null) {
      return null;
    }
    Sealed sealed = new Sealed(access.reasonKey, access.reason);
    return new String(vault.open(RawAccesses.REASON, access.id, sealed), StandardCharsets.UTF_8);
  }
}
