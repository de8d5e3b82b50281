package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Names go whatever kind of blank stands before them, and whatever cannot be seen in them. */
class LegibleTest {
  private static final List<String> BLANKS =
      List.of(
          " ", "\t", "\u000B", "\f", "\u0085", "\u00A0", "\u1680", "\u2003", "\u2009", "\u2028",
          "\u2029", "\u202F", "\u3000", "\n", "\r\n", " \n", "\u200B", "\u200D", "\u2060", "\uFEFF",
          "\u00AD", "Â\u00A0");
  private static final List<String> UNSEEN =
      List.of("\u00AD", "\u200B", "\u200C", "\u200D", "\u2060", "\uFEFF", "\u200E");

  /** The name stands between the last blank before it and the mark or blank after it. */
  private static final List<String> FRAMES =
      List.of(
          "Dr_%s was rude.",
          "Mrs_%s shouted at us.",
          "The nurse called_%s",
          "My name is_%s, bed 6",
          "Thank you to nurse_%s for all.",
          "I was looked after by Sister_%s.");

  private static final List<String> NAMES =
      List.of("Patel", "Whitfield", "Smith", "Peter", "Siobhan", "Priya", "Okafor", "Jo");

  private final Redactor redactor = new Redactor(List.of());

  private String redact(String text) {
    return redactor.redact(text, PlaceNames.NONE, new NameTokens(), true).text();
  }

  @Property(tries = 1500)
  void aNameGoesBehindAnyBlank(
      @ForAll("frames") String frame,
      @ForAll("names") String name,
      @ForAll("blanks") String blank) {
    String text = frame.formatted(name).replace("_", blank);
    assertThat(redact(text)).as(text).doesNotContain(name).containsPattern("\\[(STAFF|PERSON)-1]");
  }

  @Property(tries = 1500)
  void bothNamesGoWithAnyBlankBetween(@ForAll("blanks") String blank) {
    String text = "John" + blank + "Hughes was vile to my mother.";
    assertThat(redact(text)).as(text).doesNotContain("John").doesNotContain("Hughes");
  }

  @Property(tries = 1500)
  void aNameGoesWhole(
      @ForAll("frames") String frame,
      @ForAll("names") String name,
      @ForAll("unseen") String unseen) {
    List<String> texts = new ArrayList<>();
    for (int i = 1; i < name.length(); i++) {
      texts.add(
          frame.replace("_", " ").formatted(name.substring(0, i) + unseen + name.substring(i)));
    }
    for (String text : texts) {
      String plain = text.replace(unseen, "");
      assertThat(redact(text)).as(text).isEqualTo(redact(plain));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dr Pa\u00ADtel was rude | Dr [STAFF-1] was rude",
        "J\u200Bo was great | [STAFF-1] was great",
        "Anne\u2011Marie was great | [STAFF-1] was great",
        "Ｊｏ was great | [STAFF-1] was great",
      })
  void whatIsRemovedIsWhatWasWritten(String text, String expected) {
    assertThat(redact(text)).isEqualTo(expected);
  }

  /** A new line begins a sentence unless a name goes on in it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "I saw the nurse\nFood was cold",
        "lovely doctor\nWill be back",
        "They came by\nParking is dear",
        "Thank you\nGrateful to all",
        "looked after by\nstaff who care",
      })
  void aNewLineBeginsASentence(String text) {
    assertThat(redact(text)).isEqualTo(text);
  }

  @Test
  void saysWhereAWordStoodInTheOriginal() {
    Words words = Words.of("\uFEFFDr\u00A0Pa\u00ADtel’s\u200B tea");
    assertThat(words.plain(0, words.size())).containsExactly("dr", "patel", "tea");
    assertThat(words.get(1).start()).isEqualTo(4);
    assertThat(words.get(1).end()).isEqualTo(10);
    assertThat(words.get(1).owner()).isTrue();
  }

  @Provide
  Arbitrary<String> frames() {
    return Arbitraries.of(FRAMES);
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }

  @Provide
  Arbitrary<String> blanks() {
    return Arbitraries.of(BLANKS);
  }

  @Provide
  Arbitrary<String> unseen() {
    return Arbitraries.of(UNSEEN);
  }
}
