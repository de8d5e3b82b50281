package org.heard.suite.checker;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.heard.suite.ledger.Entry;

/**
 * Everything the checker judges, gathered when the suite is at rest; it reads nothing itself.
 *
 * @param ledger what was sent and answered, in order
 * @param feedback what the service that keeps the record says
 * @param analytics what the service that counts says
 * @param kafka what stands in the log segments
 * @param insights what a reader is told
 * @param seen what was noted while the faults went on
 */
public record Facts(
    List<Entry> ledger,
    Feedback feedback,
    Analytics analytics,
    List<Published> kafka,
    Insights insights,
    Seen seen) {

  /**
   * The record and its outbox.
   *
   * @param submissions by id
   * @param unpublished rows of the outbox that wait
   * @param parked rows of the outbox that were put aside
   */
  public record Feedback(
      Map<UUID, Stored> submissions, List<String> unpublished, List<String> parked) {}

  /**
   * A submission in the record.
   *
   * @param hash of what is stored, as {@link org.heard.suite.ledger.Sent#hash}
   * @param day it is counted on
   */
  public record Stored(String wardId, String hash, int version, LocalDate day) {}

  /**
   * What is counted, and how far.
   *
   * @param submissions by id
   * @param differences counts that are not the sums of the facts they count
   * @param parked what was put aside, with the reason
   * @param next the stored offset of each partition, by {@code topic-partition}
   */
  public record Analytics(
      Map<UUID, Counted> submissions,
      List<String> differences,
      Map<Place, String> parked,
      Map<String, Long> next) {}

  /**
   * A submission that is counted.
   *
   * @param comments how many answered questions of it are there
   */
  public record Counted(String wardId, int version, LocalDate day, int comments) {}

  /**
   * A record in the log.
   *
   * @param key of the record
   * @param submission its subject, null where it has none
   */
  public record Published(Place place, String key, UUID submission) {}

  /**
   * What the gateway's API says.
   *
   * @param submissions by ward
   * @param comments how often each comment is listed, by {@code submission id-n}
   */
  public record Insights(Map<String, Long> submissions, Map<String, Integer> comments) {}

  /**
   * What was noted during the run.
   *
   * @param poisoned records that cannot be applied and were put there on purpose
   * @param offsets stored offsets, in the order they were seen
   * @param versions applied versions, in the order they were seen
   * @param readings what the gateway said while faults went on
   * @param wrongMoments moments at which counts and facts did not agree
   * @param leaks where a patient's words were found that must not be there
   * @param recoveries how long each fault was felt
   */
  public record Seen(
      Set<Place> poisoned,
      List<Step> offsets,
      List<Step> versions,
      List<Reading> readings,
      List<String> wrongMoments,
      List<String> leaks,
      List<Recovery> recoveries) {}

  /** A number that must not go down. */
  public record Step(String what, long value) {}

  /**
   * An answer of the gateway.
   *
   * @param submissions of the ward, as told
   * @param sentSoFar how many had been sent for it when the answer had come
   */
  public record Reading(String wardId, long submissions, long sentSoFar) {}

  /**
   * What a fault did to the users.
   *
   * @param ingest from its end to the next acknowledged submission
   * @param visible from its end until all acknowledged before its end could be read
   */
  public record Recovery(String fault, Duration ingest, Duration visible) {}
}
