package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The closed list of what a tag can say. */
class TagNameTest {

  @ParameterizedTest
  @CsvSource({
    "compassion, being-heard,    absent,   true",
    "compassion, being-heard,    present,  true",
    "compassion, being-heard,    negative, false",
    "compassion, being-heard,    ,         false",
    "practical,  being-heard,    negative, false",
    "practical,  food-and-drink, neutral,  true",
    "practical,  food-and-drink, absent,   false",
    "general,    general-praise, ,         true",
    "general,    general-praise, present,  false",
    "general,    no-content,     ,         true",
    "compassion, kindness,       present,  false",
    "Compassion, being-heard,    absent,   false",
  })
  void isWhatTheTaxonomySays(String layer, String theme, String polarity, boolean known) {
    assertThat(TagName.of(layer, theme, polarity).isPresent()).isEqualTo(known);
  }

  @Test
  void ofContentIsAllButThatThereIsNone() {
    assertThat(Themes.general())
        .extracting(theme -> new TagName(Layer.GENERAL, theme.code(), null).ofContent())
        .containsExactly(true, true, true, true, false, true, false);
  }
}
