package org.heard.suite.checker;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.heard.suite.checker.Violation.Effect;
import org.heard.suite.ledger.Entry;
import org.heard.suite.ledger.Entry.Kind;
import org.heard.suite.ledger.Sent;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** One fact wrong, one invariant named. */
class CheckerTest {
  private static final Duration BOUND = Duration.ofSeconds(60);
  private static final LocalDate DAY = LocalDate.parse("2026-10-05");
  private static final Sent SENT =
      new Sent(UUID.randomUUID(), "W01", 2, List.of("Kind staff"), Instant.EPOCH);
  private static final Sent ANOTHER =
      new Sent(UUID.randomUUID(), "W01", 1, List.of("Cold soup"), Instant.EPOCH);
  private static final UUID STRANGER = UUID.randomUUID();
  private static final Place PLACE = new Place("feedback.submitted", 3, 7);
  private static final Place POISON = new Place("feedback.submitted", 3, 8);

  /** Facts of a sound suite that took one submission and parked one poisoned record. */
  private static final class Sound {
    private final List<Entry> ledger =
        new ArrayList<>(
            List.of(
                Entry.of(Kind.INTENT, SENT, ""),
                Entry.of(Kind.UNKNOWN, SENT, ""),
                Entry.of(Kind.CREATED, SENT, "receipt"),
                Entry.of(Kind.REPEATED, SENT, "receipt")));
    private final Map<UUID, Facts.Stored> stored =
        new HashMap<>(Map.of(SENT.id(), new Facts.Stored("W01", SENT.hash(), 1, DAY)));
    private final Map<UUID, Facts.Counted> counted =
        new HashMap<>(Map.of(SENT.id(), new Facts.Counted("W01", 1, DAY, 1)));
    private final List<String> unpublished = new ArrayList<>();
    private final List<String> refused = new ArrayList<>();
    private final List<String> differences = new ArrayList<>();
    private final Map<Place, String> parked = new HashMap<>(Map.of(POISON, "UNREADABLE"));
    private final Map<String, Long> next = new HashMap<>(Map.of("feedback.submitted-3", 9L));
    private final List<Facts.Published> log =
        new ArrayList<>(
            List.of(
                new Facts.Published(PLACE, "W01", SENT.id()),
                new Facts.Published(POISON, "W01", null)));
    private final Map<String, Long> told = new HashMap<>(Map.of("W01", 1L));
    private final Map<String, Integer> listed = new HashMap<>(Map.of(SENT.id() + "-1", 1));
    private final Set<Place> poisoned = new HashSet<>(Set.of(POISON));
    private final List<Facts.Step> offsets = new ArrayList<>(List.of(new Facts.Step("p", 3)));
    private final List<Facts.Step> versions = new ArrayList<>(List.of(new Facts.Step("v", 2)));
    private final List<Facts.Reading> readings =
        new ArrayList<>(List.of(new Facts.Reading("W01", 1, 1)));
    private final List<String> wrongMoments = new ArrayList<>();
    private final List<String> leaks = new ArrayList<>();
    private final List<Facts.Recovery> recoveries =
        new ArrayList<>(List.of(new Facts.Recovery("a kill", BOUND, BOUND)));

    private List<Violation> check() {
      return Checker.check(
          new Facts(
              ledger,
              new Facts.Feedback(stored, unpublished, refused),
              new Facts.Analytics(counted, differences, parked, next),
              log,
              new Facts.Insights(told, listed),
              new Facts.Seen(
                  poisoned, offsets, versions, readings, wrongMoments, leaks, recoveries)),
          BOUND);
    }
  }

  @Test
  void findsNothingInASoundSuite() {
    assertThat(new Sound().check()).isEmpty();
  }

  @Test
  void aSubmissionWithoutAnAnswerMayBeThereOrNot() {
    Sound facts = new Sound();
    facts.ledger.add(Entry.of(Kind.INTENT, ANOTHER, ""));
    facts.ledger.add(Entry.of(Kind.UNKNOWN, ANOTHER, ""));
    assertThat(facts.check()).isEmpty();
    facts.stored.put(ANOTHER.id(), new Facts.Stored("W01", ANOTHER.hash(), 1, DAY));
    facts.counted.put(ANOTHER.id(), new Facts.Counted("W01", 1, DAY, 1));
    facts.told.put("W01", 2L);
    assertThat(facts.check()).isEmpty();
  }

  private static Arguments wrong(String what, Invariant invariant, Consumer<Sound> change) {
    return Arguments.of(what, invariant, change);
  }

  private static Stream<Arguments> everythingThatCanBeWrong() {
    return Stream.of(
        wrong("lost", Invariant.I1, facts -> facts.stored.clear()),
        wrong(
            "changed",
            Invariant.I1,
            facts -> facts.stored.put(SENT.id(), new Facts.Stored("W01", "other", 1, DAY))),
        wrong("not counted", Invariant.I2, facts -> facts.counted.clear()),
        wrong("listed twice", Invariant.I2, facts -> facts.listed.replaceAll((id, n) -> 2)),
        wrong("counted twice", Invariant.I2, facts -> facts.told.put("W01", 2L)),
        wrong(
            "a comment less",
            Invariant.I2,
            facts -> facts.counted.put(SENT.id(), new Facts.Counted("W01", 1, DAY, 0))),
        wrong(
            "a stranger stored",
            Invariant.I3,
            facts -> facts.stored.put(STRANGER, new Facts.Stored("W01", "x", 1, DAY))),
        wrong(
            "a stranger counted",
            Invariant.I3,
            facts -> facts.counted.put(STRANGER, new Facts.Counted("W01", 1, DAY, 1))),
        wrong(
            "a good one refused",
            Invariant.I3,
            facts -> facts.ledger.add(Entry.of(Kind.FAIL, SENT, ""))),
        wrong(
            "a wrong one taken",
            Invariant.I3,
            facts -> facts.ledger.add(Entry.of(Kind.REPEATED, ANOTHER, ""))),
        wrong("a sum", Invariant.I4, facts -> facts.differences.add("W01 comments")),
        wrong(
            "another day",
            Invariant.I4,
            facts -> facts.counted.put(SENT.id(), new Facts.Counted("W01", 1, DAY.plusDays(1), 1))),
        wrong("waiting", Invariant.I5, facts -> facts.unpublished.add("a row")),
        wrong("parked by the relay", Invariant.I5, facts -> facts.refused.add("a row")),
        wrong("swallowed", Invariant.I5, facts -> facts.parked.clear()),
        wrong("parked in error", Invariant.I5, facts -> facts.poisoned.clear()),
        wrong("a version down", Invariant.I6, facts -> facts.versions.add(new Facts.Step("v", 1))),
        wrong(
            "an old version",
            Invariant.I6,
            facts -> facts.counted.put(SENT.id(), new Facts.Counted("W01", 0, DAY, 1))),
        wrong("an offset back", Invariant.I7, facts -> facts.offsets.add(new Facts.Step("p", 2))),
        wrong("a gap", Invariant.I7, facts -> facts.counted.clear()),
        wrong("an end not reached", Invariant.I7, facts -> facts.next.replaceAll((p, n) -> 8L)),
        wrong(
            "another receipt",
            Invariant.I8,
            facts -> facts.ledger.add(Entry.of(Kind.REPEATED, SENT, "another"))),
        wrong(
            "stored twice",
            Invariant.I8,
            facts -> facts.ledger.add(Entry.of(Kind.CREATED, SENT, "receipt"))),
        wrong("a leak", Invariant.I10, facts -> facts.leaks.add("a log")),
        wrong(
            "felt too long",
            Invariant.I11,
            facts ->
                facts.recoveries.add(
                    new Facts.Recovery("a kill", Duration.ZERO, BOUND.plusMillis(1)))),
        wrong("counts and facts apart", Invariant.I12, facts -> facts.wrongMoments.add("W01")),
        wrong(
            "a reading fell",
            Invariant.I12,
            facts -> facts.readings.add(new Facts.Reading("W01", 0, 1))),
        wrong(
            "more than was sent",
            Invariant.I12,
            facts -> facts.readings.add(new Facts.Reading("W01", 2, 1))));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("everythingThatCanBeWrong")
  void namesWhatIsWrong(String what, Invariant invariant, Consumer<Sound> change) {
    Sound facts = new Sound();
    change.accept(facts);
    assertThat(facts.check()).as(what).extracting(Violation::invariant).contains(invariant);
  }

  @Test
  void tellsWhatIsLostFromWhatIsDoubled() {
    List<Consumer<Sound>> lost =
        List.of(
            facts -> facts.stored.clear(),
            facts -> facts.counted.clear(),
            facts -> facts.listed.clear(),
            facts -> facts.told.put("W01", 0L));
    for (Consumer<Sound> change : lost) {
      assertThat(effects(change)).contains(Effect.LOST);
    }
    List<Consumer<Sound>> doubled =
        List.of(
            facts -> facts.listed.replaceAll((id, n) -> 2),
            facts -> facts.told.put("W01", 2L),
            facts -> facts.ledger.add(Entry.of(Kind.CREATED, SENT, "receipt")));
    for (Consumer<Sound> change : doubled) {
      assertThat(effects(change)).contains(Effect.DOUBLED).doesNotContain(Effect.LOST);
    }
    assertThat(effects(facts -> facts.leaks.add("a log"))).containsOnly(Effect.OTHER);
  }

  private static List<Effect> effects(Consumer<Sound> change) {
    Sound facts = new Sound();
    change.accept(facts);
    return facts.check().stream().map(Violation::effect).toList();
  }
}
