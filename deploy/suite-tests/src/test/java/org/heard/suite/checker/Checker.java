package org.heard.suite.checker;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heard.suite.checker.Violation.Effect;
import org.heard.suite.ledger.Entry;
import org.heard.suite.ledger.Entry.Kind;

/** Judges facts: pure, so that a broken suite and a sound one are judged by the same words. */
public final class Checker {
  private final Facts facts;
  private final Duration bound;
  private final List<Violation> violations = new ArrayList<>();
  private final Map<UUID, String> intended = new HashMap<>();
  private final Map<UUID, Entry> acknowledged = new TreeMap<>();

  private Checker(Facts facts, Duration bound) {
    this.facts = facts;
    this.bound = bound;
    for (Entry entry : facts.ledger()) {
      if (entry.kind() == Kind.INTENT) {
        intended.put(entry.id(), entry.hash());
      } else if (entry.acknowledges()) {
        acknowledged.putIfAbsent(entry.id(), entry);
      }
    }
  }

  /**
   * Every way in which the facts break an invariant; none for a sound suite.
   *
   * @param bound the longest that a fault may be felt after its end
   */
  public static List<Violation> check(Facts facts, Duration bound) {
    Checker checker = new Checker(facts, bound);
    checker.stored();
    checker.counted();
    checker.known();
    checker.sums();
    checker.atRest();
    checker.versions();
    checker.offsets();
    checker.answers();
    facts
        .seen()
        .leaks()
        .forEach(leak -> checker.add(Invariant.I10, leak, "holds a patient's words"));
    checker.recoveries();
    checker.readings();
    return List.copyOf(checker.violations);
  }

  private void add(Invariant invariant, Object subject, String what) {
    add(invariant, Effect.OTHER, subject, what);
  }

  private void add(Invariant invariant, Effect effect, Object subject, String what) {
    violations.add(new Violation(invariant, effect, subject.toString(), what));
  }

  private void stored() {
    acknowledged.forEach(
        (id, entry) -> {
          Facts.Stored stored = facts.feedback().submissions().get(id);
          if (stored == null) {
            add(Invariant.I1, Effect.LOST, id, "was acknowledged and is not stored");
          } else if (!stored.hash().equals(entry.hash())) {
            add(Invariant.I1, id, "is stored with other content");
          }
        });
  }

  private void counted() {
    acknowledged.forEach(
        (id, entry) -> {
          Facts.Counted counted = facts.analytics().submissions().get(id);
          if (counted == null) {
            add(Invariant.I2, Effect.LOST, id, "was acknowledged and is not counted");
          } else if (counted.comments() != entry.texts()) {
            add(
                Invariant.I2,
                effect(counted.comments(), entry.texts()),
                id,
                "has " + counted.comments() + " comments of " + entry.texts());
          }
          for (int n = 1; n <= entry.texts(); n++) {
            int listed = facts.insights().comments().getOrDefault(id + "-" + n, 0);
            if (listed != 1) {
              add(Invariant.I2, effect(listed, 1), id + "-" + n, "is listed " + listed + " times");
            }
          }
        });
    Map<String, Long> stored =
        facts.feedback().submissions().values().stream()
            .collect(Collectors.groupingBy(Facts.Stored::wardId, Collectors.counting()));
    Set<String> wards = new HashSet<>(stored.keySet());
    wards.addAll(facts.insights().submissions().keySet());
    for (String ward : wards) {
      long told = facts.insights().submissions().getOrDefault(ward, 0L);
      long kept = stored.getOrDefault(ward, 0L);
      if (told != kept) {
        add(
            Invariant.I2,
            effect(told, kept),
            ward,
            "has " + told + " submissions in insights, " + kept + " stored");
      }
    }
  }

  private static Effect effect(long found, long promised) {
    return found < promised ? Effect.LOST : Effect.DOUBLED;
  }

  private void known() {
    facts
        .feedback()
        .submissions()
        .forEach(
            (id, stored) -> {
              if (!stored.hash().equals(intended.get(id))) {
                add(Invariant.I3, id, "is stored and nobody meant to send it so");
              }
            });
    facts.analytics().submissions().keySet().stream()
        .filter(id -> !intended.containsKey(id))
        .forEach(id -> add(Invariant.I3, id, "is counted and nobody meant to send it"));
    for (Entry entry : facts.ledger()) {
      boolean meant = entry.hash().equals(intended.get(entry.id()));
      if (entry.kind() == Kind.FAIL && meant) {
        add(Invariant.I3, entry.id(), "was refused although nothing is wrong with it");
      } else if (entry.acknowledges() && !meant) {
        add(Invariant.I3, entry.id(), "was taken although it had to be refused");
      }
    }
  }

  private void sums() {
    facts.analytics().differences().forEach(count -> add(Invariant.I4, count, ""));
    facts
        .analytics()
        .submissions()
        .forEach(
            (id, counted) -> {
              Facts.Stored stored = facts.feedback().submissions().get(id);
              if (stored == null) {
                add(Invariant.I4, id, "is counted and not stored");
              } else if (!stored.wardId().equals(counted.wardId())
                  || !stored.day().equals(counted.day())) {
                add(Invariant.I4, id, "is counted for another ward or day than it is stored for");
              }
            });
    facts.feedback().submissions().keySet().stream()
        .filter(id -> !facts.analytics().submissions().containsKey(id))
        .forEach(id -> add(Invariant.I4, id, "is stored and not counted"));
  }

  private void atRest() {
    facts.feedback().unpublished().forEach(row -> add(Invariant.I5, row, "waits in the outbox"));
    facts.feedback().parked().forEach(row -> add(Invariant.I5, row, "is parked in the outbox"));
    facts
        .analytics()
        .parked()
        .forEach(
            (place, reason) -> {
              if (!facts.seen().poisoned().contains(place)) {
                add(Invariant.I5, place, "is parked as " + reason + " and was not poisoned");
              }
            });
    facts.seen().poisoned().stream()
        .filter(place -> !facts.analytics().parked().containsKey(place))
        .forEach(place -> add(Invariant.I5, place, "was poisoned and is not parked"));
  }

  private void versions() {
    neverDown(Invariant.I6, facts.seen().versions());
    facts
        .analytics()
        .submissions()
        .forEach(
            (id, counted) -> {
              Facts.Stored stored = facts.feedback().submissions().get(id);
              if (stored != null && stored.version() != counted.version()) {
                add(Invariant.I6, id, "is applied in version " + counted.version());
              }
            });
  }

  private void offsets() {
    neverDown(Invariant.I7, facts.seen().offsets());
    Map<String, Long> ends = new HashMap<>();
    for (Facts.Published record : facts.kafka()) {
      Place place = record.place();
      ends.merge(place.log(), place.offset() + 1, Math::max);
      long next = facts.analytics().next().getOrDefault(place.log(), 0L);
      boolean applied =
          record.submission() != null
              && facts.analytics().submissions().containsKey(record.submission());
      if (place.offset() < next && !applied && !facts.analytics().parked().containsKey(place)) {
        add(Invariant.I7, place, "is before the stored offset, not applied and not parked");
      }
    }
    ends.forEach(
        (log, end) -> {
          long next = facts.analytics().next().getOrDefault(log, 0L);
          if (next < end) {
            add(Invariant.I7, log, "is at rest at " + next + " before its end " + end);
          }
        });
  }

  private void neverDown(Invariant invariant, List<Facts.Step> steps) {
    Map<String, Long> highest = new HashMap<>();
    for (Facts.Step step : steps) {
      long before = highest.getOrDefault(step.what(), Long.MIN_VALUE);
      if (step.value() < before) {
        add(invariant, step.what(), "went from " + before + " down to " + step.value());
      }
      highest.put(step.what(), Math.max(before, step.value()));
    }
  }

  private void answers() {
    Map<UUID, String> promised = new HashMap<>();
    Set<UUID> created = new HashSet<>();
    for (Entry entry : facts.ledger()) {
      if (entry.kind() == Kind.CREATED && !created.add(entry.id())) {
        add(Invariant.I8, Effect.DOUBLED, entry.id(), "was stored by two requests");
      }
      if (entry.acknowledges() && !entry.answer().isEmpty()) {
        String before = promised.putIfAbsent(entry.id(), entry.answer());
        if (before != null && !Objects.equals(before, entry.answer())) {
          add(Invariant.I8, entry.id(), "was answered differently the second time");
        }
      }
    }
  }

  private void recoveries() {
    for (Facts.Recovery recovery : facts.seen().recoveries()) {
      if (recovery.ingest().compareTo(bound) > 0 || recovery.visible().compareTo(bound) > 0) {
        add(Invariant.I11, recovery.fault(), "was felt longer than " + bound + " after its end");
      }
    }
  }

  private void readings() {
    facts.seen().wrongMoments().forEach(moment -> add(Invariant.I12, moment, ""));
    neverDown(
        Invariant.I12,
        facts.seen().readings().stream()
            .map(reading -> new Facts.Step(reading.wardId(), reading.submissions()))
            .toList());
    for (Facts.Reading reading : facts.seen().readings()) {
      if (reading.submissions() > reading.sentSoFar()) {
        add(
            Invariant.I12,
            reading.wardId(),
            "had %d submissions when %d were sent"
                .formatted(reading.submissions(), reading.sentSoFar()));
      }
    }
  }
}
