package org.heard.feedback.reconciliation;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
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
import org.heard.feedback.event.FeedbackTally;
import org.heard.feedback.outbox.Outbox;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.WardDay;
import org.heard.feedback.submission.WardDays;

/**
 * Tells consumers how much they should have, and sends a ward-day's facts again when they do not.
 * The record is here; whatever was lost behind it can be rebuilt from it. Many short transactions
 * instead of one: each fact stands for itself, and a request may be repeated.
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

  /**
   * Publishes the tallies of the window.
   *
   * @param organisations whose wards
   * @return how many ward-days
   */
  int publishTallies(Set<String> organisations) {
    Instant asOf = clock.instant().minus(settings.margin()).truncatedTo(ChronoUnit.MICROS);
    int published = 0;
    for (Ward ward : directory.wardsOf(organisations)) {
      published += QuarkusTransaction.requiringNew().call(() -> publishTallies(ward, asOf));
    }
    return published;
  }

  private int publishTallies(Ward ward, Instant asOf) {
    ZoneId zone = directory.zone(ward.organisationId());
    List<FeedbackTally> tallies =
        wardDays.tallies(ward.id(), zone, asOf.minus(settings.window()), asOf);
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
  int redrive(String wardId, LocalDate day, Set<String> organisations) {
    Ward ward =
        directory
            .ward(wardId)
            .filter(found -> organisations.contains(found.organisationId()))
            .orElseThrow(
                () ->
                    ProblemException.of(
                        List.of(new FieldError("/wardId", ErrorCode.UNKNOWN_WARD))));
    WardDay wardDay = new WardDay(wardId, day, directory.zone(ward.organisationId()));
    if (wardDays.size(wardDay) > settings.maxRedrive()) {
      throw new ProblemException(
          ErrorCode.TOO_MANY_FACTS,
          "At most " + settings.maxRedrive() + " are sent again at once.");
    }
    return redrive(wardDay);
  }

  private int redrive(WardDay wardDay) {
    int sent = 0;
    List<WardDays.Standing> page = redrive(wardDay, null);
    while (!page.isEmpty()) {
      sent += page.stream().mapToInt(standing -> standing.facts().size()).sum();
      page = redrive(wardDay, page.get(page.size() - 1));
    }
    return sent;
  }

  private List<WardDays.Standing> redrive(WardDay wardDay, WardDays.Standing after) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              List<WardDays.Standing> page =
                  wardDays.facts(wardDay, after, settings.redriveBatch());
              page.forEach(standing -> outbox.append(standing.facts()));
              return page;
            });
  }
}
