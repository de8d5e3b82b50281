package org.heard.feedback.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.heard.feedback.submission.SequencesView.Range;
import org.heard.feedback.submission.SequencesView.Repeat;

/**
 * Reconciles the sequence numbers of devices: counted from what is stored, nothing is kept.
 * Whatever takes a submission's words away leaves its number, or it would be told as lost.
 */
@ApplicationScoped
class Sequences {
  private static final String SEEN =
      """
      WITH seen AS (
        SELECT device_sequence AS n, count(*) AS times FROM (
          SELECT device_sequence FROM submission WHERE device_id = :device
          UNION ALL
          SELECT device_sequence FROM quarantine AS q WHERE device_id = :device
            AND NOT EXISTS (SELECT 1 FROM submission AS s WHERE s.id = q.id)) AS held
        WHERE device_sequence IS NOT NULL GROUP BY device_sequence)
      """;

  private static final String RECEIVED =
      SEEN + "SELECT CAST(coalesce(sum(times), 0) AS bigint) FROM seen";

  /** Neighbours have the same distance from their rank; numeric, as the lowest may be any long. */
  private static final String RANGES =
      SEEN
          + """
          SELECT min(n), max(n) FROM (
            SELECT n, n::numeric - row_number() OVER (ORDER BY n) AS island FROM seen) AS islands
          GROUP BY island ORDER BY 1 DESC LIMIT :rows
          """;

  private static final String REPEATS =
      SEEN + "SELECT n, times FROM seen WHERE times > 1 ORDER BY n DESC LIMIT :rows";

  private final EntityManager entities;
  private final SequenceSettings settings;

  Sequences(EntityManager entities, SequenceSettings settings) {
    this.entities = entities;
    this.settings = settings;
  }

  @Transactional
  SequencesView of(UUID device) {
    long received =
        (Long)
            entities
                .createNativeQuery(RECEIVED, Long.class)
                .setParameter("device", device)
                .getSingleResult();
    List<Range> ranges = highest(RANGES, device, row -> new Range((Long) row[0], (Long) row[1]));
    List<Repeat> repeats =
        highest(REPEATS, device, row -> new Repeat((Long) row[0], (Long) row[1]));
    boolean allRanges = ranges.size() <= settings.maxRows();
    boolean complete = allRanges && repeats.size() <= settings.maxRows();
    return SequencesView.of(received, ascending(ranges), ascending(repeats), allRanges, complete);
  }

  private <T> List<T> highest(String query, UUID device, Function<Object[], T> row) {
    List<T> rows = new ArrayList<>();
    for (Object found :
        entities
            .createNativeQuery(query, Object[].class)
            .setParameter("device", device)
            .setParameter("rows", settings.maxRows() + 1)
            .getResultList()) {
      rows.add(row.apply((Object[]) found));
    }
    return rows;
  }

  private <T> List<T> ascending(List<T> highestFirst) {
    List<T> rows =
        new ArrayList<>(highestFirst.subList(0, Math.min(highestFirst.size(), settings.maxRows())));
    Collections.reverse(rows);
    return rows;
  }
}
