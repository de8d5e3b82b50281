package org.heard.analytics.comment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {
  private static final SearchConfig LIMITS = new Limits(40, 4, 2);

  private record Limits(int maxLength, int maxTerms, int minPrefix) implements SearchConfig {}

  /** {@code W} stands for a word or phrase, {@code P} for a prefix. */
  private static String meaning(String q) {
    return SearchWords.parse(q, LIMITS)
        .sql()
        .replace("phraseto_tsquery('english', ?)", "W")
        .replace("(?::tsquery || to_tsquery('english', ?))", "P");
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      delimiter = '~',
      value = {
        "nurse~(W)~nurse",
        "call bell~(W && W)~call,bell",
        "\"call bell\"~(W)~call bell",
        "“call bell”~(W)~call bell",
        "call \"bell at night~(W && W)~call,bell at night",
        "bell\"~(W)~bell",
        "wait*~(P)~'wait':*,'wait':*",
        "night-nur*~(W && P)~night,'nur':*,'nur':*",
        "NUR*~(P)~'nur':*,'nur':*",
        "food -cold~(W && !! (W))~food,cold",
        "food -\"too cold\"~(W && !! (W))~food,too cold",
        "food -col*~(W && !! (P))~food,'col':*,'col':*",
        "food or drink~(W) || (W)~food,drink",
        "food OR drink tea~(W) || (W && W)~food,drink,tea",
        "or food or~(W)~food",
        "\"or\" food~(W && W)~or,food",
        "bed's~(W)~bed s",
        "a:b & (c <-> d)~(W && W && W)~a b,c,d",
        "it'); drop table~(W && W && W)~it,drop,table",
        "back\\\\slash~(W)~back slash",
      })
  void whatIsTypedIsRead(String q, String meaning, String values) {
    assertThat(meaning(q)).isEqualTo(meaning);
    assertThat(SearchWords.parse(q, LIMITS).values()).isEqualTo(List.of(values.split(",", -1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!!!",
        "&|!:()<->",
        "*",
        "-",
        "-\"\"",
        "\"",
        ":*",
        "or",
        "😀",
        "a*",
        "x':*",
        "one two three four five",
        "x23456789012345678901234567890123456789 1",
        "[STAFF-1]",
        "[person-2] kind",
        "staff-1",
        "Staff-12*",
        "\"by [STAFF-1]\""
      })
  void whatNobodyCanLookForIsRefused(String q) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> SearchWords.parse(q, LIMITS))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.BAD_FILTER));
  }

  @Test
  void whatIsAtTheLimitPasses() {
    assertThat(SearchWords.parse("one two three four", LIMITS).values()).hasSize(4);
    assertThat(SearchWords.parse("x".repeat(40), LIMITS).values()).hasSize(1);
    assertThat(SearchWords.parse("ab*", LIMITS).values()).hasSize(2);
    assertThat(SearchWords.parse("kind staff", LIMITS).values()).hasSize(2);
  }

  @Test
  void aComposedCharacterIsOneSpelling() {
    assertThat(SearchWords.parse("cafe\u0301", LIMITS).values()).containsExactly("caf\u00e9");
  }
}
