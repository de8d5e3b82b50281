package org.heard.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.IntConsumer;
import org.heard.local.run.CommandFailure;

/** Sends a year through the batch door, several batches at a time. */
final class DemoLoad {

  /** For the ids: a submission of the demo year is the same submission whenever it is sent. */
  private static final String IMPORT = "demo year 1";

  private static final int SENDERS = 3;
  private static final int BATCH = 400;

  /** Batches written but not yet answered: enough to keep the senders busy, little to keep. */
  private static final int ON_THEIR_WAY = 6;

  private final BatchDoor door;
  private final IntConsumer progress;
  private final Semaphore room = new Semaphore(ON_THEIR_WAY);
  private final List<CompletableFuture<Void>> answers = new ArrayList<>();
  private List<ObjectNode> batch = new ArrayList<>();
  private int written;
  private Counts counts = new Counts(0, 0, 0);

  /**
   * @param progress told how many are answered, after each batch
   */
  DemoLoad(BatchDoor door, IntConsumer progress) {
    this.door = door;
    this.progress = progress;
  }

  /** What became of the year's submissions. */
  record Counts(int accepted, int duplicate, int rejected) {

    Counts and(BatchDoor.Result result) {
      return switch (result.status()) {
        case "accepted" -> new Counts(accepted + 1, duplicate, rejected);
        case "duplicate" -> new Counts(accepted, duplicate + 1, rejected);
        default -> new Counts(accepted, duplicate, rejected + 1);
      };
    }

    int answered() {
      return accepted + duplicate + rejected;
    }
  }

  /**
   * Sends all of it.
   *
   * @throws CommandFailure the door refuses, or does not answer any longer
   */
  Counts send(DemoYear year) {
    ExecutorService senders = Executors.newFixedThreadPool(SENDERS, DemoLoad::daemon);
    try {
      year.write(feedback -> take(feedback.submission(), senders));
      sendBatch(senders);
      answers.forEach(CompletableFuture::join);
      return counts;
    } catch (CompletionException e) {
      throw e.getCause() instanceof CommandFailure failure ? failure : e;
    } finally {
      senders.shutdownNow();
    }
  }

  private void take(ObjectNode submission, ExecutorService senders) {
    submission.put("id", id(written++).toString());
    batch.add(submission);
    if (batch.size() == BATCH) {
      sendBatch(senders);
    }
  }

  private static UUID id(int position) {
    return UUID.nameUUIDFromBytes((IMPORT + "/" + position).getBytes(StandardCharsets.UTF_8));
  }

  private void sendBatch(ExecutorService senders) {
    // A batch that failed ends it: nothing more is written.
    answers.removeIf(answer -> answer.isDone() && answer.join() == null);
    room.acquireUninterruptibly();
    List<ObjectNode> full = batch;
    batch = new ArrayList<>();
    answers.add(
        CompletableFuture.runAsync(() -> send(full), senders)
            .whenComplete((nothing, failure) -> room.release()));
  }

  private void send(List<ObjectNode> submissions) {
    List<BatchDoor.Result> results = door.send(submissions);
    add(results);
    if (results.size() < submissions.size()) {
      throw CommandFailure.failed("The batch door does not answer any longer.");
    }
  }

  private synchronized void add(List<BatchDoor.Result> results) {
    for (BatchDoor.Result result : results) {
      counts = counts.and(result);
    }
    progress.accept(counts.answered());
  }

  private static Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "demo-sender");
    thread.setDaemon(true);
    return thread;
  }
}
