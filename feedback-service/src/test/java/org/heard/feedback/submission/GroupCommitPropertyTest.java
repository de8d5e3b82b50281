package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.heard.feedback.device.DeviceKind;
import org.heard.feedback.device.Sender;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;

/**
 * Whatever comes together, however groups form and whichever transactions fail: an id is stored
 * once, with the content that was acknowledged. The database is a map here; a real one is in {@link
 * GroupCommitIT}.
 */
class GroupCommitPropertyTest {
  private static final Sender IMPORTER =
      new Sender(UUID.randomUUID(), DeviceKind.IMPORTER, "O01", List.of(), null);

  /** What happens to a transaction; {@code LOST}: committed, but nobody learns of it. */
  enum Fate {
    COMMITTED,
    ROLLED_BACK,
    POISONED,
    LOST
  }

  /** One submission: which of a few ids, and which of two contents. */
  record Send(int id, int content) {
    Sent sent() {
      return new Sent(
          new SubmissionRequest(
              new UUID(0, id),
              "W01",
              content,
              List.of(),
              null,
              "import",
              "other",
              Instant.EPOCH,
              null,
              null,
              null,
              false,
              null,
              null,
              null),
          IMPORTER);
    }
  }

  private record Limits(int maxGroup, int concurrentGroups) implements GroupSettings {
    @Override
    public int maxWaiting() {
      return 1000;
    }

    @Override
    public Duration maxWait() {
      return Duration.ofMinutes(1);
    }
  }

  /** Commits a copy or nothing, like a database. */
  private static final class Store implements GroupCommit.Transaction {
    private final Map<UUID, Integer> contents = new HashMap<>();
    private final List<Fate> fates;
    private final AtomicInteger transactions = new AtomicInteger();

    Store(List<Fate> fates) {
      this.fates = fates;
    }

    @Override
    public synchronized List<Outcome> submit(List<Sent> group) {
      int number = transactions.getAndIncrement();
      Fate fate = number < fates.size() ? fates.get(number) : Fate.COMMITTED;
      if (fate == Fate.POISONED) {
        throw new IllegalStateException("cannot be stored");
      }
      Map<UUID, Integer> copy = new HashMap<>(contents);
      List<Outcome> outcomes = group.stream().map(sent -> apply(copy, sent.request())).toList();
      if (fate != Fate.ROLLED_BACK) {
        contents.putAll(copy);
      }
      if (fate != Fate.COMMITTED) {
        throw new IllegalStateException(new SQLException("gone", "08006"));
      }
      return outcomes;
    }

    private static Outcome apply(Map<UUID, Integer> contents, SubmissionRequest request) {
      Integer known = contents.putIfAbsent(request.id(), request.rating());
      if (known != null && !known.equals(request.rating())) {
        return new Outcome(null, false, new ProblemException(ErrorCode.ID_REUSED, "other"));
      }
      return new Outcome(
          new SubmissionView(request.id(), "receipt", Instant.EPOCH), known == null, null);
    }

    synchronized Integer content(UUID id) {
      return contents.get(id);
    }
  }

  @Property(tries = 300)
  void everyIdIsStoredOnceWithWhatWasAcknowledged(
      @ForAll("sends") List<Send> sends,
      @ForAll("fates") List<Fate> fates,
      @ForAll("limits") GroupSettings limits) {
    Store store = new Store(fates);
    GroupCommit commit = new GroupCommit(store, limits);
    Map<UUID, Integer> created = new HashMap<>();
    List<Outcome> outcomes = atTheSameTime(commit, sends);
    for (int i = 0; i < sends.size(); i++) {
      SubmissionRequest request = sends.get(i).sent().request();
      Outcome outcome = outcomes.get(i);
      boolean same = request.rating().equals(store.content(request.id()));
      assertThat(outcome.refusal() == null).as("acknowledged what is stored").isEqualTo(same);
      if (outcome.created()) {
        created.merge(request.id(), 1, Integer::sum);
      }
    }
    assertThat(created.values()).as("created once").allMatch(times -> times == 1);
    assertThat(commit.waiting()).isZero();
  }

  /** Each sender sends until it has an answer, as a kiosk does. */
  private static List<Outcome> atTheSameTime(GroupCommit commit, List<Send> sends) {
    ExecutorService clients = Executors.newFixedThreadPool(sends.size());
    try {
      List<CompletableFuture<Outcome>> answers = new ArrayList<>();
      for (Send send : sends) {
        answers.add(
            CompletableFuture.supplyAsync(() -> untilAnswered(commit, send.sent()), clients));
      }
      return answers.stream().map(CompletableFuture::join).toList();
    } catch (CompletionException failed) {
      throw new AssertionError("a sender gave up", failed);
    } finally {
      clients.shutdownNow();
    }
  }

  private static Outcome untilAnswered(GroupCommit commit, Sent sent) {
    while (true) {
      try {
        return commit.submit(sent);
      } catch (IllegalStateException fault) {
        assertThat(fault.getMessage()).containsAnyOf("cannot be stored", "gone");
      }
    }
  }

  @Provide
  Arbitrary<List<Send>> sends() {
    Arbitrary<Integer> ids = Arbitraries.integers().between(1, 5);
    // Mostly repeats; now and then another content under the same id.
    Arbitrary<Integer> contents = Arbitraries.frequency(Tuple.of(6, 1), Tuple.of(1, 2));
    return Combinators.combine(ids, contents).as(Send::new).list().ofMinSize(1).ofMaxSize(16);
  }

  @Provide
  Arbitrary<List<Fate>> fates() {
    return Arbitraries.of(Fate.class).list().ofMaxSize(12);
  }

  @Provide
  Arbitrary<GroupSettings> limits() {
    return Combinators.combine(
            Arbitraries.integers().between(1, 5), Arbitraries.integers().between(1, 3))
        .as(Limits::new);
  }
}
