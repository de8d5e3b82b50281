package org.heard.feedback.outbox;

import java.sql.SQLException;
import java.util.List;
import java.util.function.IntConsumer;
import org.apache.kafka.common.KafkaException;
import org.heard.feedback.event.FeedbackTally;

/**
 * One pass over a shard: read, send, wait, delete what was acknowledged. Knows neither threads nor
 * time. A crash between sending and deleting means that facts are sent again, which consumers
 * expect.
 */
final class RelayPass {
  private final OutboxShard shard;
  private final FactProducer producer;
  private final OutboxSettings settings;
  private final IntConsumer published;

  /**
   * @param published told how many facts were acknowledged and deleted, also by a pass that fails
   */
  RelayPass(
      OutboxShard shard, FactProducer producer, OutboxSettings settings, IntConsumer published) {
    this.shard = shard;
    this.producer = producer;
    this.settings = settings;
    this.published = published;
  }

  /**
   * Publishes what is waiting.
   *
   * @return whether the batch was full, so that more is likely to be waiting
   * @throws KafkaException if the fate of a fact is unknown; what was acknowledged has been deleted
   * @throws SQLException if the shard's connection, and with it the ownership, is lost
   */
  boolean run() throws SQLException, InterruptedException {
    List<WaitingFact> waiting = shard.waiting(settings.batchRows());
    if (waiting.isEmpty()) {
      return false;
    }
    List<WaitingFact> facts = upToATally(waiting);
    FactProducer.Outcome outcome = producer.send(facts);
    if (!outcome.acknowledged().isEmpty()) {
      shard.delete(outcome.acknowledged());
      published.accept(outcome.acknowledged().size());
    }
    for (FactProducer.Refusal refusal : outcome.refused()) {
      shard.refused(refusal.rowId(), refusal.reason(), settings.maxRefusals());
    }
    if (outcome.failure() != null) {
      throw outcome.failure();
    }
    return waiting.size() == settings.batchRows() || facts.size() < waiting.size();
  }

  /**
   * The facts before the first tally that has others before it. A tally says what there is to be
   * had: if it came before a fact whose sending failed, a consumer would miss that fact in error.
   */
  static List<WaitingFact> upToATally(List<WaitingFact> waiting) {
    boolean others = false;
    for (int i = 0; i < waiting.size(); i++) {
      boolean tally = waiting.get(i).topic().equals(FeedbackTally.TOPIC);
      if (tally && others) {
        return waiting.subList(0, i);
      }
      others |= !tally;
    }
    return waiting;
  }
}
