package org.heard.feedback.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heard.feedback.device.Sender;

/**
 * Wards of submissions that a device has sent before. It may have been moved since, with a date
 * before them: what is stored stays where it is, and sent again it is a repeat.
 */
@ApplicationScoped
public class StoredWards {
  private final SubmissionRepository submissions;
  private final Quarantine quarantine;

  StoredWards(SubmissionRepository submissions, Quarantine quarantine) {
    this.submissions = submissions;
    this.quarantine = quarantine;
  }

  /**
   * The ward of the sender's own submission with this id. Of another's it says nothing, nor whether
   * there is one.
   *
   * @return empty if the sender has stored none, or put none aside with a revoked key
   */
  @Transactional
  public Optional<String> of(UUID id, Sender sender) {
    // The first try may still be on its way to the disk.
    submissions.claim(List.of(id));
    Optional<String> stored =
        submissions
            .findByIdOptional(id)
            .filter(own -> sender.deviceId().equals(own.deviceId))
            .map(own -> own.wardId);
    return stored.isPresent() || sender.revokedKey() == null ? stored : putAside(id, sender);
  }

  private Optional<String> putAside(UUID id, Sender sender) {
    return quarantine
        .findByIdOptional(id)
        .filter(own -> sender.deviceId().equals(own.deviceId))
        .map(own -> quarantine.open(own).wardId());
  }
}
