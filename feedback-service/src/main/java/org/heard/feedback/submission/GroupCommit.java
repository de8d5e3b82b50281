package org.heard.feedback.submission;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.Outage;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;

/**
 * Lets submissions that come at the same time share a transaction, and so the wait for the disk.
 *
 * <p>No thread of its own: the first to come leads. It takes all who wait, commits, hands the lead
 * to the first of those who came meanwhile, and only then are its own group answered. Alone, a
 * submission waits for nobody.
 */
public final class GroupCommit {
  private final Transaction transaction;
  private final GroupSettings settings;
  private final Queue<Waiting> queue = new ArrayDeque<>();
  private int leaders;

  GroupCommit(Transaction transaction, GroupSettings settings) {
    this.transaction = transaction;
    this.settings = settings;
  }

  /** One transaction for all of a group; returns after the commit, an outcome for each. */
  interface Transaction {
    List<Outcome> submit(List<Sent> group);
  }

  private static final class Waiting {
    private final Sent sent;

    /** True: lead. False: another has done it, and the outcome or the failure is there. */
    private final CompletableFuture<Boolean> turn = new CompletableFuture<>();

    private Outcome outcome;
    private RuntimeException failure;

    Waiting(Sent sent) {
      this.sent = sent;
    }

    Outcome result() {
      if (outcome == null) {
        throw failure == null
            ? new IllegalStateException("the leader of the group failed")
            : failure;
      }
      return outcome;
    }
  }

  /**
   * Takes one submission in. Returns after the commit.
   *
   * @throws ProblemException {@code UNAVAILABLE} if too many wait, or this has waited too long;
   *     nothing was stored then
   */
  public Outcome submit(Sent sent) {
    Waiting mine = new Waiting(sent);
    join(mine);
    if (leads(mine)) {
      lead(mine);
    }
    return mine.result();
  }

  /** How many wait for a group to begin. */
  synchronized int waiting() {
    return queue.size();
  }

  // Who leads waits for nobody, and stands in no queue from which another leader could take it.
  private synchronized void join(Waiting mine) {
    if (leaders < settings.concurrentGroups()) {
      leaders++;
      mine.turn.complete(true);
    } else if (queue.size() < settings.maxWaiting()) {
      queue.add(mine);
    } else {
      throw busy();
    }
  }

  private boolean leads(Waiting mine) {
    try {
      return mine.turn.get(settings.maxWait().toNanos(), TimeUnit.NANOSECONDS);
    } catch (TimeoutException tooLong) {
      return leave(mine);
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      return leave(mine);
    } catch (ExecutionException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** Only who still waits may go: who is in a transaction learns what became of it. */
  private boolean leave(Waiting mine) {
    synchronized (this) {
      if (!mine.turn.isDone() && queue.remove(mine)) {
        throw busy();
      }
    }
    return mine.turn.join();
  }

  private void lead(Waiting leader) {
    List<Waiting> group = take(leader);
    try {
      commit(group);
    } finally {
      handOver();
      group.forEach(each -> each.turn.complete(false));
    }
  }

  private synchronized List<Waiting> take(Waiting leader) {
    List<Waiting> group = new ArrayList<>(List.of(leader));
    while (group.size() < settings.maxGroup() && !queue.isEmpty()) {
      group.add(queue.remove());
    }
    return group;
  }

  private synchronized void handOver() {
    Waiting next = queue.poll();
    if (next == null) {
      leaders--;
    } else {
      next.turn.complete(true);
    }
  }

  private void commit(List<Waiting> group) {
    try {
      List<Outcome> outcomes = transaction.submit(group.stream().map(each -> each.sent).toList());
      for (int i = 0; i < group.size(); i++) {
        group.get(i).outcome = outcomes.get(i);
      }
    } catch (RuntimeException failed) {
      failed(group, failed);
    }
  }

  private void failed(List<Waiting> group, RuntimeException failure) {
    if (group.size() == 1 || Outage.isBehind(failure)) {
      group.forEach(each -> each.failure = failure);
    } else {
      oneByOne(group);
    }
  }

  /** One row that cannot be stored must not take its neighbours with it: each tries alone. */
  private void oneByOne(List<Waiting> group) {
    RuntimeException outage = null;
    for (Waiting each : group) {
      if (outage != null) {
        each.failure = outage;
        continue;
      }
      commit(List.of(each));
      outage = each.outcome == null && Outage.isBehind(each.failure) ? each.failure : null;
    }
  }

  private static ProblemException busy() {
    return new ProblemException(ErrorCode.UNAVAILABLE, "Nothing was stored. Send it again later.");
  }
}
