package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds for every text, however odd. */
class TaggerPropertiesTest {

  private static final int LONGEST = 4_000;

  /** No matter of speed: a pattern that backtracks without end takes longer than anyone waits. */
  private static final Duration ENDLESS = Duration.ofSeconds(60);

  static Stream<String> hostileTexts() {
    return Stream.of(
        "",
        " \t\n\u00A0",
        "\uD83D",
        "kind \uDC4D nurses \uD83D",
        "k\u0301i\u0301nd e\u0301 nurses",
        "👩🏽‍⚕️ was lovely 🏴󠁧󠁢󠁷󠁬󠁳󠁿 kind",
        "الممرضات لطيفات جدا",
        "\u202Ekind nurses\u202C",
        "a".repeat(LONGEST),
        "not ".repeat(LONGEST / 4),
        "nothing was too ".repeat(LONGEST / 16),
        "told told told two two ".repeat(LONGEST / 23),
        "could not have been more ".repeat(LONGEST / 25),
        "kind, ".repeat(LONGEST / 6),
        "!".repeat(LONGEST),
        "'".repeat(LONGEST),
        "👍".repeat(LONGEST),
        "no one listened and nobody came for hours when i rang the bell ".repeat(62));
  }

  static Stream<String> randomTexts() {
    String[] words =
        ("nothing not never kind helpful but nurse was the rude too much trouble told me bell could"
                + " more , . ! ? 👍 I'd carIng couldn't pain & / - ( é can't think of anything none hit me")
            .split(" ", -1);
    Random random = new Random(7);
    return IntStream.range(0, 500)
        .mapToObj(
            i ->
                String.join(
                    random.nextBoolean() ? " " : "",
                    random
                        .ints(random.nextInt(40), 0, words.length)
                        .mapToObj(w -> words[w])
                        .toList()));
  }

  @ParameterizedTest
  @MethodSource("hostileTexts")
  void survivesAnyText(String text) {
    TaggedComment comment =
        assertTimeoutPreemptively(ENDLESS, () -> Said.tagged("improve", 5, text));

    assertWellFormed(comment, text);
  }

  @Test
  void everyAnswerIsWellFormed() {
    randomTexts()
        .forEach(
            text -> {
              for (Question question : Question.values()) {
                TaggedComment comment = Said.TAGGER.tag(new CommentText(question, 3, text));
                assertWellFormed(comment, text);
              }
            });
  }

  @Test
  void manyThreadsGetTheSameAnswers() throws Exception {
    List<String> texts = randomTexts().toList();
    List<TaggedComment> alone = texts.stream().map(t -> Said.tagged("why", 2, t)).toList();
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try {
      List<Future<List<TaggedComment>>> answers = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        answers.add(
            threads.submit(() -> texts.stream().map(t -> Said.tagged("why", 2, t)).toList()));
      }
      for (Future<List<TaggedComment>> answer : answers) {
        assertThat(answer.get()).isEqualTo(alone);
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void anUnknownQuestionAndScoreAreAllowed() {
    assertThat(Said.TAGGER.tag(new CommentText(null, null, "Kind nurses")).withContent()).isTrue();
    assertThat(Said.TAGGER.tag(new CommentText(null, 7, "Kind nurses")).withContent()).isTrue();
  }

  @Test
  void evidenceIsTheClauseNotTheComment() {
    String text =
        "The food was cold, but Nurse Ash was so kind to my mother, and the ward was warm";
    Tag kindness =
        Said.tagged("why", 2, text).tags().stream()
            .filter(tag -> tag.theme().equals("kindness-and-courtesy"))
            .findFirst()
            .orElseThrow();

    assertThat(kindness.evidence().text())
        .contains("kind")
        .doesNotContain("food")
        .doesNotContain("ward");
  }

  private static void assertWellFormed(TaggedComment comment, String text) {
    assertThat(comment.tags()).isNotEmpty();
    Set<String> seen = new HashSet<>();
    for (Tag tag : comment.tags()) {
      assertThat(seen.add(tag.layer() + tag.theme() + tag.polarity())).isTrue();
      assertThat(tag.confidence()).isBetween(0.0, 1.0);
      assertThat(Themes.of(tag.theme()).orElseThrow().layer()).isEqualTo(tag.layer());
      assertThat(tag.polarity() == null).isEqualTo(tag.layer() == Layer.GENERAL);
      assertEvidence(tag.evidence(), text);
    }
    comment.alerts().forEach(alert -> assertEvidence(alert.evidence(), text));
    assertThat(comment.sentiment() == null).isEqualTo(comment.criticality() == null);
    if (!comment.withContent()) {
      assertThat(comment.sentiment()).isNull();
      // what is no comment with content may be part of no share of these
      assertThat(comment.tags()).hasSize(1);
      assertThat(comment.alerts().isEmpty() || comment.unsupportedLanguage()).isTrue();
    } else {
      assertThat(comment.sentiment()).isBetween(1, 5);
      assertThat(comment.criticality()).isBetween(-5, 5);
    }
  }

  private static void assertEvidence(Evidence evidence, String text) {
    assertThat(evidence.start()).isBetween(0, text.length());
    assertThat(evidence.end()).isBetween(evidence.start(), text.length());
    assertThat(evidence.text()).isEqualTo(text.substring(evidence.start(), evidence.end()));
    assertThat(evidence.text().isEmpty()).isEqualTo(text.isBlank());
  }
}
