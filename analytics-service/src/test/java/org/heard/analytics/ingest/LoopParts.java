package org.heard.analytics.ingest;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.GroupProtocol;
import org.heard.analytics.comment.AcceptedCorrections;
import org.heard.analytics.comment.CommentStoreFactory;
import org.heard.analytics.comment.Translations;
import org.heard.analytics.counting.Rollups;
import org.heard.analytics.directory.DirectoryCopy;
import org.heard.analytics.hold.LaneCopies;
import org.heard.analytics.reconciliation.Tallies;
import org.heard.analytics.review.Reviews;
import org.heard.analytics.tagging.Tagger;

/** A loop wired by hand, so that its parts can fail. */
record LoopParts(DataSource database, MeterRegistry meters) {
  private static final Tagger TAGGER = Tagger.load();

  IngestLoop loop(IngestConfig config, String bootstrapServers, LoopState state) {
    IngestCounters counters = new IngestCounters(meters, Clock.systemUTC());
    BatchHandler handler = handler(config, counters);
    return new IngestLoop(
        new Consumers(config, bootstrapServers),
        handler,
        new BatchRunner(handler),
        counters,
        state,
        config);
  }

  BatchHandler handler() {
    return handler(new FastIngest("none", GroupProtocol.CLASSIC));
  }

  BatchHandler handler(IngestConfig config) {
    return handler(config, new IngestCounters(meters, Clock.systemUTC()));
  }

  private BatchHandler handler(IngestConfig config, IngestCounters counters) {
    SubmissionStore store = new SubmissionStore();
    var comments = CommentStoreFactory.create(TAGGER);
    Translations translations = CommentStoreFactory.translations(TAGGER);
    AcceptedCorrections corrections = new AcceptedCorrections();
    Rollups rollups = new Rollups();
    DirectoryCopy directory = new DirectoryCopy();
    ParkedEvents parked = new ParkedEvents();
    LateSubmissions late = new LateSubmissions(store, new LaneCopies());
    IngestTransaction transaction = new IngestTransaction(database, config);
    UnreadSubmissions unread =
        new UnreadSubmissions(transaction, directory, store, parked, late, TAGGER);
    EventFacts facts =
        new EventFacts(
            directory,
            new SubmissionFacts(
                directory, store, comments, translations, corrections, rollups, late),
            new ErasureFacts(
                store,
                comments,
                translations,
                corrections,
                new Reviews(),
                rollups,
                unread,
                new LaneCopies()),
            new Tallies(),
            parked);
    return new BatchHandler(
        transaction, new Offsets(), facts, new Releases(facts, parked, TAGGER), TAGGER, counters);
  }
}
