package org.heard.suite.nemesis;

import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.suite.checker.Facts;
import org.heard.suite.checker.Violation;
import org.heard.suite.checker.Violation.Effect;
import org.heard.suite.ledger.Entry;

/** What a run has shown, in a few lines for a person. */
final class Report {
  private final long seed;
  private final Map<FaultKind, Integer> faults;
  private final Map<String, Integer> doors;
  private final Facts facts;
  private final List<Violation> violations;

  /**
   * @param doors how many submissions were acknowledged at each
   */
  Report(
      long seed,
      Map<FaultKind, Integer> faults,
      Map<String, Integer> doors,
      Facts facts,
      List<Violation> violations) {
    this.seed = seed;
    this.faults = faults;
    this.doors = doors;
    this.facts = facts;
    this.violations = violations;
  }

  String text() {
    StringBuilder text = new StringBuilder("Faults, seed " + seed + "\n");
    faults.forEach((kind, times) -> line(text, kind.text(), times));
    line(text, "submissions sent", count(Entry.Kind.INTENT));
    Map<Entry.Kind, Long> outcomes = outcomes();
    line(text, "acknowledged", outcomes.getOrDefault(Entry.Kind.CREATED, 0L));
    doors.forEach((door, taken) -> line(text, "  by " + door, taken));
    line(text, "refused, as they had to be", outcomes.getOrDefault(Entry.Kind.FAIL, 0L));
    line(text, "left without an answer", outcomes.getOrDefault(Entry.Kind.UNKNOWN, 0L));
    line(text, "requests without an answer", count(Entry.Kind.UNKNOWN));
    line(text, "lost", subjects(Effect.LOST));
    line(text, "doubled", subjects(Effect.DOUBLED));
    line(text, "violations", violations.size());
    line(text, "looks at counts, readings of insights", looks());
    facts.seen().recoveries().stream()
        .max(Comparator.comparing(Facts.Recovery::ingest))
        .ifPresent(worst -> line(text, "worst until taken in", worst.ingest(), worst.fault()));
    facts.seen().recoveries().stream()
        .max(Comparator.comparing(Facts.Recovery::visible))
        .ifPresent(worst -> line(text, "worst until visible", worst.visible(), worst.fault()));
    return text.toString();
  }

  private String looks() {
    return facts.seen().offsets().size() + ", " + facts.seen().readings().size();
  }

  private static void line(StringBuilder text, String name, Object value) {
    text.append("  %-40s %s%n".formatted(name, value));
  }

  private static void line(StringBuilder text, String name, java.time.Duration value, String of) {
    line(text, name, "%.1f s (%s)".formatted(Nemesis.seconds(value), of));
  }

  private long count(Entry.Kind kind) {
    return facts.ledger().stream().filter(entry -> entry.kind() == kind).count();
  }

  private long subjects(Effect effect) {
    return violations.stream()
        .filter(violation -> violation.effect() == effect)
        .map(Violation::subject)
        .distinct()
        .count();
  }

  /** The best that each submission was told in the end. */
  private Map<Entry.Kind, Long> outcomes() {
    Map<UUID, Entry.Kind> told = new HashMap<>();
    for (Entry entry : facts.ledger()) {
      if (entry.acknowledges()) {
        told.put(entry.id(), Entry.Kind.CREATED);
      } else if (entry.kind() == Entry.Kind.UNKNOWN) {
        told.putIfAbsent(entry.id(), Entry.Kind.UNKNOWN);
      }
    }
    Map<Entry.Kind, Long> outcomes = new EnumMap<>(Entry.Kind.class);
    told.values().forEach(kind -> outcomes.merge(kind, 1L, Long::sum));
    outcomes.put(Entry.Kind.FAIL, count(Entry.Kind.FAIL));
    return outcomes;
  }
}
