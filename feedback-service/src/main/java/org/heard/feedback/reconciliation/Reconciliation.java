package org.heard.feedback.reconciliation;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.directory.Ward;
import org.heard.feedback.event.EventEncoder;
import org.heard.feedback.event.FeedbackSubmitted;
import org.heard.feedback.event.FeedbackTally;
import org.heard.feedback.outbox.Outbox;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.WardDays;

/**
 * Tells consumers how much they should have, and sends a ward-day's facts again when they do not.
 * The record is here; whatever was lost behind it can be rebuilt from it.
 */
@ApplicationScoped
class Reconciliation {
  private final WardDays wardDays;
  private final Directory directory;
  private final Outbox outbox;
  private final ReconciliationSettings settings;
  private final Clock clock;

  Reconciliation(
      WardDays wardDays,
      Directory directory,
      Outbox outbox,
      ReconciliationSettings settings,
      Clock clock) {
    this.wardDays = wardDays;
    this.directory = directory;
    this.outbox = outbox;
    this.settings = settings;
    this.clock = clock;
  }

  /** Every night; a second replica's tallies only say the same again. */
  @Scheduled(cron = "{heard.reconciliation.cron}")
  @Transactional
  void publishNightly() {
    publishTallies();
  }

  /**
   * Publishes the tallies of the window.
   *
   * @return how many ward-days
   */
  @Transactional
  int publishTallies() {
    Instant asOf = clock.instant().minus(settings.margin()).truncatedTo(ChronoUnit.MICROS);
    List<FeedbackTally> tallies = wardDays.tallies(asOf.minus(settings.window()), asOf);
    tallies.forEach(tally -> outbox.append(EventEncoder.encode(tally)));
    return tallies.size();
  }

  /**
   * Leaves the facts of a ward-day in the outbox again; consumers drop those they have.
   *
   * @param organisations those the admin acts for
   * @return how many facts
   * @throws ProblemException {@code UNKNOWN_WARD}, {@code TOO_MANY_FACTS}
   */
  @Transactional
  int redrive(String wardId, LocalDate day, Set<String> organisations) {
    Ward ward =
        directory
            .ward(wardId)
            .filter(found -> organisations.contains(found.organisationId()))
            .orElseThrow(
                () ->
                    ProblemException.of(
                        List.of(new FieldError("/wardId", ErrorCode.UNKNOWN_WARD))));
    ZoneId zone = directory.zone(ward.organisationId());
    List<FeedbackSubmitted> facts = wardDays.facts(wardId, day, zone);
    if (facts.size() > settings.maxRedrive()) {
      throw new ProblemException(
          ErrorCode.TOO_MANY_FACTS,
          "At most " + settings.maxRedrive() + " are sent again at once.");
    }
    facts.forEach(fact -> outbox.append(EventEncoder.encode(fact)));
    return facts.size();
  }
}
