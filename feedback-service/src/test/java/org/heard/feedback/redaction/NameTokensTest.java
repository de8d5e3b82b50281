package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameTokensTest {
  private final NameTokens tokens = new NameTokens();

  @BeforeEach
  void names() {
    tokens.of("Anne Smith", true);
    tokens.of("John Smith", false);
    tokens.of("Jo Reed", true);
  }

  @Test
  void aWordIsOfTheNameThatHasIt() {
    assertThat(tokens.again("john", "john")).isEqualTo("[PERSON-1]");
    assertThat(tokens.again("reed", "REED")).isEqualTo("[STAFF-2]");
    assertThat(tokens.haveWord("reed")).isTrue();
    assertThat(tokens.haveWord("ree")).isFalse();
  }

  @Test
  void aWordOfSeveralNamesIsANameOfItsOwn() {
    for (int i = 0; i < 2; i++) {
      assertThat(tokens.again("smith", "smith")).isEqualTo("[STAFF-3]");
    }
  }

  /** Who is told the name of staff might learn whose the other words are. */
  @Test
  void noNameIsSealedThatSharesAWordWithSomebodyElses() {
    tokens.again("smith", "smith");
    List.of("[STAFF-1]", "[STAFF-2]", "[STAFF-3]").forEach(tokens::show);
    assertThat(tokens.staffNames()).containsOnlyKeys("[STAFF-2]").containsValue("Jo Reed");
  }

  @ParameterizedTest
  @CsvSource({
    "Zoë, ZOE",
    "Siobhán, Siobhan",
    "Łukasz, lukasz",
    "Bjørn, bjorn",
    "Strauß, STRAUSS",
    "Ægir, aegir",
    "Jo\u00A0Reed, jo reed",
    "Pa\u00ADtel, Patel",
    "O’Brien, O'Brien"
  })
  void aNameIsTheSameHoweverItIsTyped(String name, String other) {
    NameTokens fresh = new NameTokens();
    String token = fresh.of(name, true);
    assertThat(fresh.of(other, true)).isEqualTo(token);
    assertThat(fresh.again(NameTokens.plain(other).split(" ", -1)[0], other)).isEqualTo(token);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Singh | singh",
        "Jo Reed | jo reed",
        "Anneke van der Merwe | anneke merwe",
        "J Oak | oak",
        "Sister Oak day | oak",
        "Olumide-Shah | olumide-shah olumide shah",
        "O’Brien | o'brien",
      })
  void hasTheWordsThatTellWhoseItIs(String name, String words) {
    assertThat(NameFinder.ownWords(name)).containsExactlyInAnyOrder(words.split(" ", -1));
  }
}
