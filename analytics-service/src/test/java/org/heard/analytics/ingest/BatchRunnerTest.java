package org.heard.analytics.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BatchRunnerTest {
  private static final Partition PARTITION = new Partition(Event.SUBMITTED, 3);

  /** Does what a database would, with offsets, and refuses some events. */
  private static class Handled implements BatchRunner.Handling {
    final Set<Long> poisonous;
    final Exception failure;
    final List<Long> applied = new ArrayList<>();
    final List<Long> rejected = new ArrayList<>();
    long next = 10;

    Handled(Exception failure, Long... poisonous) {
      this.failure = failure;
      this.poisonous = Set.of(poisonous);
    }

    @Override
    public void handle(Batch batch) throws SQLException, Fenced {
      fence(batch);
      if (batch.events().stream().anyMatch(event -> poisonous.contains(event.offset()))) {
        if (failure instanceof SQLException sql) {
          throw sql;
        }
        throw (RuntimeException) failure;
      }
      take(batch, applied);
    }

    @Override
    public void reject(Batch batch) throws Fenced {
      fence(batch);
      take(batch, rejected);
    }

    private void fence(Batch batch) throws Fenced {
      if (batch.expected().get(PARTITION) != next) {
        throw new Fenced(PARTITION);
      }
    }

    private void take(Batch batch, List<Long> into) {
      batch.events().forEach(event -> into.add(event.offset()));
      next = batch.next().get(PARTITION);
    }
  }

  private static Batch batch(long from, long to) {
    List<InboundEvent> events =
        LongStream.rangeClosed(from, to)
            .mapToObj(offset -> new InboundEvent(PARTITION, offset, null, Map.of(), null))
            .toList();
    return new Batch("cluster", Map.of(PARTITION, from), events);
  }

  /** A value that cannot be, a key that cannot be, more than an index can hold. */
  @ParameterizedTest
  @CsvSource({"22021", "23505", "54000"})
  void onlyThePoisonousEventsArePutAside(String state) throws Exception {
    Handled handled = new Handled(new SQLException("bad value", state), 12L, 17L);

    new BatchRunner(handled).run(batch(10, 19));

    assertThat(handled.applied).containsExactly(10L, 11L, 13L, 14L, 15L, 16L, 18L, 19L);
    assertThat(handled.rejected).containsExactly(12L, 17L);
    assertThat(handled.next).isEqualTo(20);
  }

  @Test
  void aFailureOfOurOwnCodeIsIsolatedToo() throws Exception {
    Handled handled = new Handled(new IllegalStateException("bug"), 11L);

    new BatchRunner(handled).run(batch(10, 12));

    assertThat(handled.applied).containsExactly(10L, 12L);
    assertThat(handled.rejected).containsExactly(11L);
  }

  @ParameterizedTest
  @CsvSource({"08006", "57P01", "53100", "40P01", "42P01", "25006", "''", ","})
  void nothingIsSkippedWhenTheDatabaseIsTheReason(String state) {
    Handled handled = new Handled(new SQLException("away", state), 10L);

    assertThatExceptionOfType(SQLException.class)
        .isThrownBy(() -> new BatchRunner(handled).run(batch(10, 12)));
    assertThat(handled.applied).isEmpty();
    assertThat(handled.rejected).isEmpty();
  }

  @Test
  void somebodyElsesProgressStopsTheBatch() {
    Handled handled = new Handled(null);
    handled.next = 11;

    assertThatExceptionOfType(Fenced.class)
        .isThrownBy(() -> new BatchRunner(handled).run(batch(10, 12)));
    assertThat(handled.applied).isEmpty();
  }
}
