package org.heard.feedback.erasure;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.Startup;
import io.quarkus.scheduler.Scheduled;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heard.feedback.background.BackgroundWork;
import org.heard.feedback.background.BackgroundWorks;
import org.heard.feedback.submission.Removal;
import org.heard.feedback.submission.Removal.Stored;
import org.heard.feedback.vault.Vault;

/**
 * Ends what was kept for long enough: first what is sealed, later the words without identifiers,
 * here and by a fact everywhere else. What is held stays as long as it is, and so does everything
 * while that cannot be asked.
 */
@Singleton
@Startup
class Retention {
  /** In which everybody locks several: whoever takes words back has them in this order, too. */
  private static final Comparator<Stored> ORDER =
      Comparator.comparing(stored -> stored.id().toString());

  private final Removal removal;
  private final Vault vault;
  private final ErasureRepository records;
  private final Holds holds;
  private final RetentionSettings settings;
  private final Clock clock;
  private final BackgroundWork work;

  Retention(
      Removal removal,
      Vault vault,
      ErasureRepository records,
      Holds holds,
      RetentionSettings settings,
      Clock clock,
      BackgroundWorks works) {
    this.removal = removal;
    this.vault = vault;
    this.records = records;
    this.holds = holds;
    this.settings = settings;
    this.clock = clock;
    this.work = works.named("ending what was kept");
    require(settings.rawText().compareTo(Duration.ZERO) > 0, "raw-text must be above zero");
    require(
        settings.rawText().compareTo(settings.redacted()) <= 0,
        "raw-text may not be longer than redacted: the names would outlive the words");
  }

  private static void require(boolean holds, String why) {
    if (!holds) {
      throw new IllegalStateException("heard.retention." + why);
    }
  }

  /** One kind of thing that ends: those whose time is over, and what then becomes of one. */
  private interface Kind {
    List<Stored> over(Instant then, Stored after, int limit);

    void end(Stored stored, Instant now);
  }

  @Scheduled(
      every = "{heard.retention.every}",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void end() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    work.round(
        () -> {
          endAll(now.minus(settings.redacted()), now, words());
          endAll(now.minus(settings.rawText()), now, sealed());
          endPutAside(now.minus(settings.rawText()));
          return 0;
        });
  }

  private Kind words() {
    return new Kind() {
      @Override
      public List<Stored> over(Instant then, Stored after, int limit) {
        return removal.withWordsReceivedBy(then, after, limit);
      }

      @Override
      public void end(Stored stored, Instant now) {
        removal.expire(stored.id(), now);
        removal.noteSealedIsGone(stored.id(), now);
        vault.destroy(List.of(stored.id()));
        records.persist(record(stored, now));
      }
    };
  }

  private Kind sealed() {
    return new Kind() {
      @Override
      public List<Stored> over(Instant then, Stored after, int limit) {
        return removal.withSealedReceivedBy(then, after, limit);
      }

      @Override
      public void end(Stored stored, Instant now) {
        removal.noteSealedIsGone(stored.id(), now);
        vault.destroy(List.of(stored.id()));
      }
    };
  }

  /** Page after page to the end; what is held is passed over and comes again in the next round. */
  private void endAll(Instant then, Instant now, Kind kind) throws IOException {
    Stored last = null;
    List<Stored> page = page(then, last, kind);
    while (!page.isEmpty()) {
      List<Stored> free = free(page);
      try {
        QuarkusTransaction.requiringNew().run(() -> endThese(free, now, kind));
      } catch (UncheckedIOException unknown) {
        throw unknown.getCause();
      }
      last = page.get(page.size() - 1);
      page = page(then, last, kind);
    }
  }

  private List<Stored> page(Instant then, Stored after, Kind kind) {
    return QuarkusTransaction.requiringNew().call(() -> kind.over(then, after, settings.batch()));
  }

  private List<Stored> free(List<Stored> some) throws IOException {
    Set<UUID> held = holds.held(some.stream().map(Stored::id).toList());
    return some.stream().filter(stored -> !held.contains(stored.id())).toList();
  }

  private void endThese(List<Stored> free, Instant now, Kind kind) {
    for (Stored each : stillFree(free).stream().sorted(ORDER).toList()) {
      // Somebody may have taken it back in the meantime.
      removal
          .lock(each.id())
          .filter(stored -> !stored.erased() && !stored.expired())
          .ifPresent(stored -> kind.end(stored, now));
    }
  }

  /** Asked again under the lock that {@link LegalHolds} takes, and before a row is locked. */
  private List<Stored> stillFree(List<Stored> some) {
    records.lockHolds(some.stream().map(Stored::id).toList());
    try {
      return free(some);
    } catch (IOException unknown) {
      throw new UncheckedIOException(unknown);
    }
  }

  private void endPutAside(Instant then) {
    int more = settings.batch();
    while (more == settings.batch()) {
      more =
          QuarkusTransaction.requiringNew()
              .call(() -> removal.destroyPutAside(then, settings.batch()));
    }
  }

  private static ErasureRecord record(Stored stored, Instant now) {
    ErasureRecord record = new ErasureRecord();
    record.submissionId = stored.id();
    record.organisationId = stored.organisationId();
    record.reason = Reason.RETENTION.code();
    record.requestedAt = now;
    record.until = now;
    record.destroyedAt = now;
    return record;
  }
}
