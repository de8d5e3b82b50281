package org.heard.analytics.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.Question;
import org.heard.analytics.tagging.TaggedComment;
import org.heard.analytics.tagging.Tagger;
import org.junit.jupiter.api.Test;

class TranslationTest {
  private static final Tagger TAGGER = Tagger.load();
  private static final String POLISH = "Pielęgniarki były bardzo miłe i nam pomogły.";
  private static final CommentId ID = new CommentId(new UUID(1, 2), 1);

  private static NewComment published(String text, boolean held, String language) {
    CommentText read = new CommentText(Question.GOOD, 1, text);
    TaggedComment tagged = held ? TAGGER.tagUnread(read) : TAGGER.tag(read);
    return new NewComment(
        ID.submission(),
        ID.n(),
        "W01",
        LocalDate.of(2026, 10, 5),
        1,
        Question.GOOD,
        text,
        language,
        held,
        null,
        null,
        tagged,
        List.of("[STAFF-1]"));
  }

  private static Translation text(Translation.Kind kind, String text, AlertCategory... alerts) {
    return new Translation(ID, kind, text, Translation.hash(POLISH), Set.of(alerts));
  }

  private static NewComment shown(Translation text) {
    return text.appliedTo(published(POLISH, true, "pl"), TAGGER);
  }

  @Test
  void aVersionTellsWordsApartAndNotWhichAnswersAreAlike() {
    String version = Translation.version(ID, POLISH);
    assertThat(version).hasSize(12).matches("[0-9a-f]+");
    assertThat(Translation.version(ID, POLISH)).isEqualTo(version);
    assertThat(Translation.version(ID, POLISH + " ")).isNotEqualTo(version);
    assertThat(Translation.version(new CommentId(ID.submission(), 2), POLISH))
        .isNotEqualTo(version);
  }

  @Test
  void aTranslationIsReadAsAnyEnglishComment() {
    NewComment shown = shown(text(Translation.Kind.TRANSLATION, "The nurses were very kind."));

    assertThat(shown.text()).isEqualTo("The nurses were very kind.");
    assertThat(shown.original()).isEqualTo(POLISH);
    assertThat(shown.knownLanguage()).isEqualTo("en");
    assertThat(shown.translatedFrom()).isEqualTo("pl");
    assertThat(shown.withheld()).isNull();
    assertThat(shown.tagged().withContent()).isTrue();
    assertThat(shown.tagged().tags()).isNotEmpty();
    assertThat(shown.praised()).isEmpty();
  }

  @Test
  void aClearedTextIsShownAndSaysNothingToCount() {
    // Its own language, however much English stands in it.
    NewComment shown = shown(text(Translation.Kind.CLEARED, "The nurses were very kind. Miłe."));

    assertThat(shown.withheld()).isNull();
    assertThat(shown.knownLanguage()).isEqualTo("pl");
    assertThat(shown.translatedFrom()).isNull();
    assertThat(shown.tagged().withContent()).isFalse();
    assertThat(shown.tagged().tags())
        .extracting(tag -> tag.theme())
        .containsExactly("unsupported-language");
    assertThat(shown.tagged().tags().get(0).evidence().end())
        .isLessThanOrEqualTo(shown.text().length());
  }

  @Test
  void whoDoesNotKnowTheLanguageSaysSo() {
    NewComment unknown = published("Xyzzy plugh frobozz quendor.", true, null);
    NewComment shown =
        text(Translation.Kind.TRANSLATION, "The nurses were very kind.").appliedTo(unknown, TAGGER);

    assertThat(shown.translatedFrom()).isEqualTo("und");
  }

  @Test
  void anAlertDoesNotGoAwayWithABetterWord() {
    Translation text =
        text(Translation.Kind.TRANSLATION, "The nurses were kind.", AlertCategory.NEGLECT);

    assertThat(shown(text).tagged().categories()).containsExactly(AlertCategory.NEGLECT);
    assertThat(shown(text).withheld()).isEqualTo("IN_REVIEW");
  }

  @Test
  void itFitsTheAnswerItWasWrittenForAsLongAsThatIsHeld() {
    Translation text = text(Translation.Kind.CLEARED, "Miłe.");

    assertThat(text.fits(published(POLISH, true, "pl"))).isTrue();
    assertThat(text.fits(published(POLISH + " ", true, "pl"))).isFalse();
    assertThat(text.fits(published(POLISH, false, "pl"))).as("the tagger holds it").isTrue();
    assertThat(
            new Translation(
                    ID,
                    Translation.Kind.CLEARED,
                    "Kind.",
                    Translation.hash("The nurses were kind."),
                    Set.of())
                .fits(published("The nurses were kind.", false, "en")))
        .as("nobody holds it")
        .isFalse();
    assertThat(
            text.fits(
                published(POLISH, true, "pl").with(null, null, null, null, shown(text).tagged())))
        .isFalse();
  }

  @Test
  void whatIsHeldHasNoContentWhateverTheTaggerThinks() {
    CommentText english = new CommentText(Question.GOOD, 1, "The nurses were very kind.");
    CommentText serious =
        new CommentText(Question.WHY, 5, "I want to kill myself, I have the tablets here.");

    assertThat(TAGGER.tag(english).withContent()).isTrue();
    assertThat(TAGGER.tagUnread(english).withContent()).isFalse();
    assertThat(TAGGER.tagUnread(english).language()).isEqualTo("und");
    assertThat(TAGGER.tagUnread(serious).categories()).contains(AlertCategory.SELF_HARM);
  }
}
