package org.heard.feedback.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.UUID;
import org.heard.feedback.event.EventEncoder;
import org.heard.feedback.outbox.Outbox;

/** The agreement that words may be shown to others, which can be taken back. */
@ApplicationScoped
@Transactional(Transactional.TxType.MANDATORY)
public class PublishingConsent {
  private final SubmissionRepository submissions;
  private final Quarantine quarantine;
  private final Outbox outbox;

  PublishingConsent(SubmissionRepository submissions, Quarantine quarantine, Outbox outbox) {
    this.submissions = submissions;
    this.quarantine = quarantine;
    this.outbox = outbox;
  }

  /**
   * Takes it back for a locked submission, and leaves the next version of it to be published.
   * Nothing changes where it was not given, nor where there are no words any more.
   */
  public void withdraw(UUID id) {
    Submission submission = submissions.findById(id);
    if (submission.withdrawConsent()) {
      outbox.append(EventEncoder.encode(submission.fact()));
    }
  }

  /**
   * Takes it back for submissions that are put aside: whoever lets them in, or sends the same with
   * a good key, does so without it.
   */
  public void withdrawPutAside(Collection<UUID> ids) {
    quarantine.withdrawConsent(ids);
  }
}
