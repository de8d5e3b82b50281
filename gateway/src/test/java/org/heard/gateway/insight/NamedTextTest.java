package org.heard.gateway.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.heard.gateway.upstream.CommentPage.Evidence;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamedTextTest {
  private static final Map<String, String> NAMES =
      Map.of("[STAFF-1]", "Jo", "[STAFF-3]", "Annemarie Oakfield", "[STAFF-4]", "[STAFF-2]");

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[STAFF-1] was kind|Jo was kind",
        "[STAFF-1][STAFF-2][STAFF-3]|Jo[STAFF-2]Annemarie Oakfield",
        "no names|no names",
        "[STAFF-4] and [STAFF-2]|[STAFF-2] and [STAFF-2]",
        "[STAFF-11] [STAFF-1 [PERSON-1] [staff-1]|[STAFF-11] [STAFF-1 [PERSON-1] [staff-1]",
      })
  void onlyKnownTokensBecomeNames(String was, String is) {
    assertThat(NamedText.of(was, NAMES).text()).isEqualTo(is);
  }

  /** Passages of "🙂 [STAFF-1] and [STAFF-2] saw [STAFF-3] off". */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "0|2|🙂",
        "3|12|Jo",
        "4|11|Jo",
        "4|12|Jo",
        "0|3|`🙂 `",
        "12|17|` and `",
        "13|16|and",
        "4|25|Jo and [STAFF-2",
        "17|26|[STAFF-2]",
        "27|30|saw",
        "27|35|saw Annemarie Oakfield",
        "31|40|Annemarie Oakfield",
        "41|44|off",
        "0|44|🙂 Jo and [STAFF-2] saw Annemarie Oakfield off",
        "44|44|``",
      })
  void passagesSayTheSame(int start, int end, String expected) {
    String text = "🙂 [STAFF-1] and [STAFF-2] saw [STAFF-3] off";
    NamedText named = NamedText.of(text, NAMES);
    Evidence passage = named.passage(new Evidence(start, end, text.substring(start, end)));
    assertThat(passage.text()).isEqualTo(expected);
    assertThat(named.text().substring(passage.start(), passage.end())).isEqualTo(expected);
  }

  @Test
  void passagesOutsideTheTextAreCutToIt() {
    assertThat(NamedText.of("[STAFF-1]", NAMES).passage(new Evidence(5, 99, "?")))
        .isEqualTo(new Evidence(0, 2, "Jo"));
  }
}
