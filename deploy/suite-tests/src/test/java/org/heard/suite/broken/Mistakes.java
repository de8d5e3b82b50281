package org.heard.suite.broken;

import java.util.List;
import org.heard.suite.checker.Invariant;

/** The mistakes that every version of the checker must find. */
final class Mistakes {
  private static final String FEEDBACK = "feedback-service";
  private static final String ANALYTICS = "analytics-service";

  private static final Mutation NO_FENCE =
      new Mutation(
          ANALYTICS,
          "ingest/Offsets.java",
          """
          where cluster_id = ? and topic = ? and partition = ? and next_offset = ?
          """,
          """
          where cluster_id = ? and topic = ? and partition = ? and ? >= 0
          """);

  static final List<Control> ALL =
      List.of(
          acknowledgedBeforeTheCommit(),
          markedSentBeforeSending(),
          kafkaCommitBeforeTheDatabase(),
          rollupWithoutDeduplication(),
          deduplicationOutsideTheTransaction(),
          swallowedDecodeError(),
          wordsInTheLog(),
          new Control("fence removed", Invariant.I7, Stories::zombie, List.of(NO_FENCE)));

  private Mistakes() {}

  private static Control acknowledgedBeforeTheCommit() {
    return new Control(
        "acknowledged before the commit",
        Invariant.I1,
        Stories::killedRightAfterItsAnswer,
        List.of(
            new Mutation(
                FEEDBACK,
                "submission/SubmissionResource.java",
                """
                    SubmissionService.Outcome outcome =
                        submissions.submit(new SubmissionService.Sent(request, sender));
                """,
                """
                    java.util.concurrent.CompletableFuture.delayedExecutor(
                            3, java.util.concurrent.TimeUnit.SECONDS)
                        .execute(() -> submissions.submit(new SubmissionService.Sent(request, sender)));
                    SubmissionService.Outcome outcome =
                        new SubmissionService.Outcome(
                            new SubmissionView(request.id(), "", java.time.Instant.EPOCH), true, null);
                """)));
  }

  private static Control markedSentBeforeSending() {
    return new Control(
        "marked sent before sending",
        Invariant.I2,
        Stories::killedWhileTheBrokerIsAway,
        List.of(
            new Mutation(
                FEEDBACK,
                "outbox/RelayPass.java",
                """
                    FactProducer.Outcome outcome = producer.send(facts);
                """,
                """
                    shard.delete(facts.stream().map(WaitingFact::rowId).toList());
                    FactProducer.Outcome outcome = producer.send(facts);
                """)));
  }

  private static Control kafkaCommitBeforeTheDatabase() {
    return new Control(
        "Kafka commit before the database",
        Invariant.I2,
        trial -> Stories.killedBeforeItWrites(trial, "submission"),
        List.of(
            new Mutation(
                ANALYTICS,
                "ingest/KafkaSession.java",
                """
                    Map<Partition, Long> expected = new HashMap<>();
                """,
                """
                    if (!records.isEmpty()) {
                      consumer.commitSync();
                    }
                    Map<Partition, Long> expected = new HashMap<>();
                """),
            new Mutation(
                ANALYTICS,
                "ingest/KafkaSession.java",
                """
                    long offset = offsets.stored(clusterId, partition(partition));
                    positions.put(partition, offset);
                    reached.put(partition, offset);
                    consumer.seek(partition, offset);
                """,
                """
                    OffsetAndMetadata told =
                        consumer.committed(java.util.Set.of(partition)).get(partition);
                    long offset = told == null ? 0 : told.offset();
                    positions.put(partition, offset);
                    reached.put(partition, offset);
                    consumer.seek(partition, offset);
                """),
            NO_FENCE));
  }

  private static Control rollupWithoutDeduplication() {
    return new Control(
        "rollup without de-duplication",
        Invariant.I4,
        Stories::publishedAgain,
        List.of(
            new Mutation(
                ANALYTICS,
                "ingest/SubmissionFacts.java",
                """
                    List<Dated> written = new ArrayList<>(replacing);
                """,
                """
                    rollups.add(connection, known);
                    List<Dated> written = new ArrayList<>(replacing);
                """)));
  }

  private static Control deduplicationOutsideTheTransaction() {
    return new Control(
        "de-duplication outside the transaction",
        Invariant.I4,
        trial -> Stories.killedBeforeItWrites(trial, "rollup_submission"),
        List.of(
            new Mutation(
                ANALYTICS,
                "ingest/SubmissionFacts.java",
                """
                    Set<UUID> known = new HashSet<>(latest.keySet());
                """,
                """
                    connection.commit();
                    Set<UUID> known = new HashSet<>(latest.keySet());
                """)));
  }

  private static Control wordsInTheLog() {
    return new Control(
        "words in the log",
        Invariant.I10,
        Stories::said,
        List.of(
            new Mutation(
                FEEDBACK,
                "submission/SubmissionResource.java",
                """
                    SubmissionService.Outcome outcome =
                        submissions.submit(new SubmissionService.Sent(request, sender));
                """,
                """
                    request
                        .answers()
                        .forEach(
                            answer ->
                                org.jboss.logging.Logger.getLogger("org.heard").info(answer.text()));
                    SubmissionService.Outcome outcome =
                        submissions.submit(new SubmissionService.Sent(request, sender));
                """)));
  }

  private static Control swallowedDecodeError() {
    return new Control(
        "swallowed decode error",
        Invariant.I5,
        Stories::poisoned,
        List.of(
            new Mutation(
                ANALYTICS,
                "ingest/Prepared.java",
                """
                        prepared.unusable.add(Parked.of(event, unusable.reason()));
                """,
                """
                        // Nobody will notice.
                """)));
  }
}
