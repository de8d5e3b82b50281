package org.heard.feedback.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FactProducerTest {
  private static final List<WaitingFact> FACTS = List.of(fact(1), fact(2), fact(3));
  private static final Duration PATIENCE = Duration.ofMinutes(1);

  @Test
  void reportsEachRowByTheBrokersWord() throws InterruptedException {
    FactProducer producer =
        new FactProducer(
            answering(null, new RecordTooLargeException("2"), new TimeoutException("3")), PATIENCE);
    FactProducer.Outcome outcome = producer.send(FACTS);
    assertThat(outcome.acknowledged()).containsExactly(1L);
    assertThat(outcome.refused())
        .containsExactly(new FactProducer.Refusal(2L, "RecordTooLargeException"));
    assertThat(outcome.failure()).isInstanceOf(TimeoutException.class);
  }

  @Test
  void acknowledgesAllWhenTheBrokerDoes() throws InterruptedException {
    FactProducer.Outcome outcome =
        new FactProducer(answering(null, null, null), PATIENCE).send(FACTS);
    assertThat(outcome.acknowledged()).containsExactly(1L, 2L, 3L);
    assertThat(outcome.failure()).isNull();
  }

  @Test
  void keepsWhatWasSentBeforeTheClientGaveUp() throws InterruptedException {
    MockProducer<byte[], byte[]> gaveUp =
        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
          @Override
          public synchronized Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> message) {
            if (history().size() == 1) {
              throw new TimeoutException("no metadata");
            }
            return super.send(message);
          }
        };
    FactProducer.Outcome outcome = new FactProducer(gaveUp, PATIENCE).send(FACTS);
    assertThat(outcome.acknowledged()).containsExactly(1L);
    assertThat(outcome.failure()).isInstanceOf(TimeoutException.class);
  }

  @Test
  @Timeout(60)
  void aClientThatNeverGivesUpIsNotWaitedForLonger() throws InterruptedException {
    MockProducer<byte[], byte[]> silent =
        new MockProducer<>(false, null, new ByteArraySerializer(), new ByteArraySerializer());
    FactProducer.Outcome outcome = new FactProducer(silent, Duration.ofMillis(1)).send(FACTS);
    assertThat(outcome.acknowledged()).isEmpty();
    assertThat(outcome.failure()).hasCauseInstanceOf(java.util.concurrent.TimeoutException.class);
  }

  private static MockProducer<byte[], byte[]> answering(RuntimeException... answers) {
    return new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()) {
      private int next;

      @Override
      public synchronized Future<RecordMetadata> send(
          ProducerRecord<byte[], byte[]> message, Callback callback) {
        RuntimeException answer = answers[next++];
        return answer == null
            ? super.send(message, callback)
            : CompletableFuture.failedFuture(answer);
      }
    };
  }

  private static WaitingFact fact(long row) {
    return new WaitingFact(
        row,
        new UUID(0, row),
        "feedback.submitted",
        "W01",
        "subject",
        Instant.EPOCH,
        new byte[] {1},
        TraceParent.fresh());
  }
}
