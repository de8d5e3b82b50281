package org.heard.feedback.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.heard.feedback.device.Assignment;
import org.heard.feedback.device.DeviceKind;
import org.heard.feedback.device.Sender;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Who shares a transaction with whom, and what each learns; the transaction is a list here. */
class GroupCommitTest {
  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final Sender KIOSK =
      new Sender(
          UUID.randomUUID(),
          DeviceKind.KIOSK,
          "O01",
          List.of(new Assignment("W01", Instant.EPOCH)),
          null);

  private final ExecutorService clients = Executors.newCachedThreadPool();
  private final List<List<Sent>> transactions = Collections.synchronizedList(new ArrayList<>());
  private final Semaphore mayCommit = new Semaphore(0);
  private volatile Sent poison;
  private volatile Throwable fault;

  private record Limits(int maxGroup, int concurrentGroups, int maxWaiting, Duration maxWait)
      implements GroupSettings {}

  @AfterEach
  void end() {
    mayCommit.release(1000);
    clients.shutdownNow();
  }

  @Test
  void oneAloneWaitsForNobody() {
    mayCommit.release();
    Sent only = sent();
    assertThat(commit(10, 100).submit(only).view().id()).isEqualTo(only.request().id());
    assertThat(transactions).containsExactly(List.of(only));
  }

  @Test
  void thoseWhoComeMeanwhileShareTheNext() {
    GroupCommit commit = commit(3, 100);
    List<Sent> all = List.of(sent(), sent(), sent(), sent(), sent());
    List<CompletableFuture<Outcome>> answers = oneAfterTheOther(commit, all);
    mayCommit.release(3);
    for (int i = 0; i < all.size(); i++) {
      assertThat(answers.get(i).join().view().id()).isEqualTo(all.get(i).request().id());
    }
    assertThat(transactions)
        .containsExactly(List.of(all.get(0)), all.subList(1, 4), all.subList(4, 5));
  }

  @Test
  void asManyGroupsAsAllowedGoOnAtATime() {
    // Two that end together must hand over to two; which of them is first differs by the round.
    for (int round = 0; round < 20; round++) {
      transactions.clear();
      GroupCommit commit = new GroupCommit(this::transaction, new Limits(1, 2, 100, BOUND));
      List<Sent> all = List.of(sent(), sent(), sent(), sent());
      List<CompletableFuture<Outcome>> answers =
          all.stream()
              .map(sent -> CompletableFuture.supplyAsync(() -> commit.submit(sent), clients))
              .toList();
      await().atMost(BOUND).until(() -> transactions.size() == 2 && commit.waiting() == 2);
      mayCommit.release(2);
      await().atMost(BOUND).until(() -> transactions.size() == 4);
      mayCommit.release(2);
      for (int i = 0; i < all.size(); i++) {
        assertThat(answers.get(i).join().view().id()).isEqualTo(all.get(i).request().id());
      }
    }
  }

  @Test
  void isNotAnsweredBeforeItsCommit() {
    GroupCommit commit = commit(10, 100);
    List<CompletableFuture<Outcome>> answers = oneAfterTheOther(commit, List.of(sent(), sent()));
    mayCommit.release();
    answers.get(0).join();
    await().atMost(BOUND).until(() -> transactions.size() == 2);
    assertThat(answers.get(1)).isNotDone();
    mayCommit.release();
    answers.get(1).join();
  }

  @Test
  void oneThatCannotBeStoredDoesNotTouchItsNeighbours() {
    GroupCommit commit = commit(10, 100);
    List<Sent> all = List.of(sent(), sent(), sent(), sent());
    List<CompletableFuture<Outcome>> answers = oneAfterTheOther(commit, all);
    poison = all.get(2);
    mayCommit.release(10);
    assertThatThrownBy(() -> answers.get(2).join()).hasRootCauseMessage("cannot be stored");
    assertThat(answers.get(1).join().created()).isTrue();
    assertThat(answers.get(3).join().created()).isTrue();
    assertThat(transactions).hasSize(2 + 3);
  }

  @Test
  void nobodyTriesAloneWhileTheDatabaseIsAway() {
    GroupCommit commit = commit(10, 100);
    List<CompletableFuture<Outcome>> answers =
        oneAfterTheOther(commit, List.of(sent(), sent(), sent()));
    fault = new IllegalStateException(new SQLException("gone", "08006"));
    mayCommit.release(10);
    for (CompletableFuture<Outcome> answer : answers) {
      assertThatThrownBy(answer::join).hasRootCauseMessage("gone");
    }
    assertThat(transactions).hasSize(2);
  }

  @Test
  void nobodyTriesAloneOnceTheDatabaseHasGone() {
    GroupCommit commit = commit(10, 100);
    List<Sent> all = List.of(sent(), sent(), sent(), sent());
    List<CompletableFuture<Outcome>> answers = oneAfterTheOther(commit, all);
    poison = all.get(1);
    mayCommit.release(2);
    await().atMost(BOUND).until(() -> transactions.size() == 3);
    fault = new IllegalStateException(new SQLException("gone", "08006"));
    mayCommit.release(10);
    for (CompletableFuture<Outcome> answer : answers.subList(1, 4)) {
      assertThatThrownBy(answer::join).hasRootCauseMessage("gone");
    }
    assertThat(transactions).as("alone, the group, its first").hasSize(3);
  }

  @Test
  void aLeaderThatDiesLeavesNobodyWaiting() {
    GroupCommit commit = commit(2, 100);
    List<CompletableFuture<Outcome>> answers =
        oneAfterTheOther(commit, List.of(sent(), sent(), sent(), sent()));
    fault = new StackOverflowError("died");
    mayCommit.release(2);
    assertThatThrownBy(() -> answers.get(0).join()).isInstanceOf(CompletionException.class);
    assertThatThrownBy(() -> answers.get(1).join()).isInstanceOf(CompletionException.class);
    assertThatThrownBy(() -> answers.get(2).join()).isInstanceOf(CompletionException.class);
    fault = null;
    mayCommit.release();
    assertThat(answers.get(3).join().created()).isTrue();
  }

  @Test
  void refusesMoreThanMayWait() {
    GroupCommit commit = commit(10, 2);
    List<CompletableFuture<Outcome>> answers =
        oneAfterTheOther(commit, List.of(sent(), sent(), sent()));
    assertBusy(() -> commit.submit(sent()));
    mayCommit.release(10);
    answers.forEach(CompletableFuture::join);
    assertThat(commit.submit(sent()).created()).as("when there is room again").isTrue();
  }

  @Test
  void refusesWhoHasWaitedTooLongAndStoresNothingOfIt() {
    GroupCommit commit =
        new GroupCommit(this::transaction, new Limits(10, 1, 100, Duration.ofMillis(1)));
    CompletableFuture<Outcome> leader = oneAfterTheOther(commit, List.of(sent())).get(0);
    assertBusy(() -> commit.submit(sent()));
    mayCommit.release(10);
    assertThat(leader.join().created()).as("it was in its transaction").isTrue();
    assertThat(transactions).hasSize(1);
  }

  private static void assertBusy(Runnable submit) {
    assertThatThrownBy(submit::run)
        .isInstanceOfSatisfying(
            ProblemException.class,
            busy -> assertThat(busy.problem().code()).isEqualTo(ErrorCode.UNAVAILABLE));
  }

  private GroupCommit commit(int maxGroup, int maxWaiting) {
    return new GroupCommit(this::transaction, new Limits(maxGroup, 1, maxWaiting, BOUND));
  }

  /** The first leads at once and is in its transaction; the others wait in this order. */
  private List<CompletableFuture<Outcome>> oneAfterTheOther(GroupCommit commit, List<Sent> all) {
    List<CompletableFuture<Outcome>> answers = new ArrayList<>();
    for (Sent sent : all) {
      int before = answers.size();
      answers.add(CompletableFuture.supplyAsync(() -> commit.submit(sent), clients));
      await().atMost(BOUND).until(() -> transactions.size() == 1 && commit.waiting() == before);
    }
    return answers;
  }

  private List<Outcome> transaction(List<Sent> group) {
    transactions.add(group);
    mayCommit.acquireUninterruptibly();
    if (fault instanceof RuntimeException away) {
      throw away;
    }
    if (fault instanceof Error death) {
      throw death;
    }
    if (group.contains(poison)) {
      throw new IllegalStateException("cannot be stored");
    }
    return group.stream().map(GroupCommitTest::stored).toList();
  }

  private static Outcome stored(Sent sent) {
    return new Outcome(
        new SubmissionView(sent.request().id(), "receipt", Instant.EPOCH), true, null);
  }

  private static Sent sent() {
    SubmissionRequest request =
        new SubmissionRequest(
            UUID.randomUUID(),
            "W01",
            1,
            List.of(),
            null,
            "kiosk",
            "other",
            Instant.EPOCH,
            null,
            null,
            null,
            false,
            null,
            null,
            null);
    return new Sent(request, KIOSK);
  }
}
