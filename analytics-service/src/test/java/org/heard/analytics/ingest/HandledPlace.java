package org.heard.analytics.ingest;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A cluster of its own and a ward of its own, so that tests on one database do not meet. */
class HandledPlace {
  final String cluster = "cluster-" + UUID.randomUUID();
  final String organisation = "O-" + UUID.randomUUID();
  final String site = "S-" + UUID.randomUUID();
  final String ward = "W-" + UUID.randomUUID();
  private final BatchHandler handler;
  private final Map<Partition, Long> ends = new HashMap<>();

  HandledPlace(BatchHandler handler) {
    this.handler = handler;
  }

  HandledPlace known() throws SQLException, Fenced {
    handle(TestEvents.place(organisation, site, ward).toArray(TestEvents.Fact[]::new));
    return this;
  }

  TestEvents.Fact submitted(UUID id, int version, Integer rating, String... answers) {
    return TestEvents.submitted(id, version, organisation, ward, rating, answers);
  }

  TestEvents.Fact erased(UUID id, String reason) {
    return TestEvents.erased(id, 9, organisation, ward, reason);
  }

  void handle(TestEvents.Fact... facts) throws SQLException, Fenced {
    handler.handle(batch(facts));
  }

  /** The next events of their topics, all on partition 0, with the offsets they would have. */
  Batch batch(TestEvents.Fact... facts) throws SQLException {
    List<InboundEvent> events = new ArrayList<>();
    Map<Partition, Long> expected = new HashMap<>();
    for (TestEvents.Fact fact : facts) {
      Partition partition = new Partition(fact.topic(), 0);
      expected.putIfAbsent(partition, handler.stored(cluster, partition));
      long offset = ends.merge(partition, 1L, Long::sum) - 1;
      events.add(new InboundEvent(partition, offset, null, fact.headers(), fact.bytes()));
    }
    return new Batch(cluster, expected, events);
  }
}
