package org.heard.feedback.erasure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.background.BackgroundWork;
import org.heard.feedback.background.BackgroundWorks;
import org.heard.feedback.submission.Removal;
import org.heard.feedback.vault.Vault;

/**
 * Destroys what is sealed of erased submissions, once its time has come and nothing holds it. Who
 * cannot be asked is taken to hold it.
 */
@ApplicationScoped
class Destruction {
  private final Removal removal;
  private final ErasureRepository records;
  private final Vault vault;
  private final Holds holds;
  private final ErasureSettings settings;
  private final Clock clock;
  private final BackgroundWork work;

  Destruction(
      Removal removal,
      ErasureRepository records,
      Vault vault,
      Holds holds,
      ErasureSettings settings,
      Clock clock,
      BackgroundWorks works) {
    this.removal = removal;
    this.records = records;
    this.vault = vault;
    this.holds = holds;
    this.settings = settings;
    this.clock = clock;
    this.work = works.named("destroying what was erased");
  }

  @Scheduled(
      every = "{heard.erasure.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void destroyDue() {
    work.round(this::pass);
  }

  private int pass() throws IOException {
    List<UUID> due =
        QuarkusTransaction.requiringNew().call(() -> records.due(now(), settings.batch()));
    for (UUID id : due) {
      settle(id);
    }
    return due.size();
  }

  /**
   * Destroys what may be destroyed at once; whatever stands in its way is left to a later round.
   */
  void tryNow(List<UUID> erased) {
    try {
      for (UUID id : erased) {
        if (isDue(id)) {
          settle(id);
        }
      }
    } catch (IOException unknown) {
      // The record says when it is tried again.
    }
  }

  private boolean isDue(UUID id) {
    return QuarkusTransaction.requiringNew()
        .call(
            () -> {
              ErasureRecord record = records.findById(id);
              return record.destroyedAt == null && !record.until.isAfter(now());
            });
  }

  /** Each moves on, whatever becomes of it: no pass sees the same one twice. */
  private void settle(UUID id) throws IOException {
    try {
      if (holds.held(id) || !destroy(id)) {
        later(id, settings.askAgain());
      }
    } catch (IOException unknown) {
      later(id, settings.retryAfter());
      throw unknown;
    }
  }

  private void later(UUID id, Duration wait) {
    QuarkusTransaction.requiringNew().run(() -> locked(id).until = now().plus(wait));
  }

  /**
   * False if it is held after all. Asked again under the lock that {@link LegalHolds} takes: a hold
   * that was placed since is seen now, and one that is not placed yet comes after. No row is locked
   * while it is asked.
   */
  private boolean destroy(UUID id) throws IOException {
    try {
      return QuarkusTransaction.requiringNew().call(() -> destroyUnlessHeld(id));
    } catch (UncheckedIOException unknown) {
      throw unknown.getCause();
    }
  }

  private boolean destroyUnlessHeld(UUID id) {
    records.lockHolds(List.of(id));
    try {
      if (holds.held(id)) {
        return false;
      }
    } catch (IOException unknown) {
      throw new UncheckedIOException(unknown);
    }
    removal.lock(id);
    ErasureRecord record = locked(id);
    if (record.destroyedAt == null) {
      vault.destroy(List.of(id));
      record.destroyedAt = now();
    }
    return true;
  }

  private ErasureRecord locked(UUID id) {
    return records.findById(id, LockModeType.PESSIMISTIC_WRITE);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }
}
