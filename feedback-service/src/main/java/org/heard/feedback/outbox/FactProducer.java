package org.heard.feedback.outbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.heard.feedback.event.EventEncoder;

/** Sends facts as CloudEvents in binary mode and waits for the broker's word on each. */
final class FactProducer implements AutoCloseable {
  private final Producer<byte[], byte[]> producer;
  private final Duration patience;

  /**
   * @param patience how long a batch is waited for: longer than the client's own limit, which goes
   *     by the wall clock and comes an hour late where that is set back by one
   */
  FactProducer(Producer<byte[], byte[]> producer, Duration patience) {
    this.producer = producer;
    this.patience = patience;
  }

  /**
   * What became of a batch.
   *
   * @param acknowledged rows that are on their topic
   * @param refused rows that can never be sent as they are
   * @param failure why the others' fate is unknown, null if there are none
   */
  record Outcome(List<Long> acknowledged, List<Refusal> refused, KafkaException failure) {}

  /** A row that the broker or the client refuses for what it is. */
  record Refusal(long rowId, String reason) {}

  /** Sends all, then waits for all: the client pipelines them. */
  Outcome send(List<WaitingFact> facts) throws InterruptedException {
    List<Future<RecordMetadata>> sent = new ArrayList<>();
    KafkaException failure = null;
    for (WaitingFact fact : facts) {
      try {
        sent.add(producer.send(recordOf(fact)));
      } catch (KafkaException early) {
        failure = early;
        break;
      }
    }
    long end = System.nanoTime() + patience.toNanos();
    List<Long> acknowledged = new ArrayList<>();
    List<Refusal> refused = new ArrayList<>();
    for (int i = 0; i < sent.size(); i++) {
      long rowId = facts.get(i).rowId();
      try {
        sent.get(i).get(end - System.nanoTime(), TimeUnit.NANOSECONDS);
        acknowledged.add(rowId);
      } catch (TimeoutException silent) {
        failure = new KafkaException(silent);
      } catch (ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (isImpossible(cause)) {
          refused.add(new Refusal(rowId, cause.getClass().getSimpleName()));
        } else {
          failure = cause instanceof KafkaException known ? known : new KafkaException(cause);
        }
      }
    }
    return new Outcome(acknowledged, refused, failure);
  }

  /** Whether sending the same record again can only fail again. */
  private static boolean isImpossible(Throwable cause) {
    return cause instanceof RecordTooLargeException || cause instanceof InvalidTopicException;
  }

  private static ProducerRecord<byte[], byte[]> recordOf(WaitingFact fact) {
    ProducerRecord<byte[], byte[]> message =
        new ProducerRecord<>(fact.topic(), fact.key().getBytes(UTF_8), fact.payload());
    header(message, "ce_specversion", "1.0");
    header(message, "ce_id", fact.eventId().toString());
    header(message, "ce_source", "/feedback-service");
    header(message, "ce_type", fact.topic());
    header(message, "ce_subject", fact.subject());
    header(message, "ce_time", fact.time().toString());
    header(message, "ce_dataschema", EventEncoder.SCHEMA);
    header(message, "content-type", "application/json");
    header(message, "traceparent", fact.traceparent());
    return message;
  }

  private static void header(ProducerRecord<?, ?> message, String name, String value) {
    message.headers().add(name, value.getBytes(UTF_8));
  }

  @Override
  public void close() {
    // Nothing to wait for: what was not acknowledged is still in the outbox.
    producer.close(Duration.ZERO);
  }
}
