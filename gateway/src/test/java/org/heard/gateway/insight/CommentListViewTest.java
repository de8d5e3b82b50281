package org.heard.gateway.insight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.heard.gateway.upstream.CommentPage;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommentListViewTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // as it is told | as it came | why it is held | text | text with tokens
        "Alexandrina was kind|[STAFF-1] was kind||Alexandrina was kind|[STAFF-1] was kind",
        "[STAFF-1] was kind|[STAFF-1] was kind||[STAFF-1] was kind|",
        "It was kind|It was kind||It was kind|",
        "Alexandrina was kind|[STAFF-1] was kind|IN_REVIEW||",
        "||IN_REVIEW||",
      })
  void whereNamesStandTheTextWithTokensIsBesideThem(
      String told, String came, String withheld, String text, String textWithTokens) {
    CommentListView.Item item =
        CommentListView.of(page(told, withheld), page(came, withheld)).items().get(0);
    assertThat(item.text()).isEqualTo(text);
    assertThat(item.textWithTokens()).isEqualTo(textWithTokens);
  }

  private static CommentPage page(String text, String withheld) {
    CommentPage.Comment comment =
        new CommentPage.Comment(
            "s1-1",
            "s1",
            null,
            "good",
            1,
            text,
            LocalDate.of(2026, 10, 1),
            "2026-W40",
            "en",
            null,
            "none",
            List.of(),
            List.of("[STAFF-1]"),
            withheld);
    return new CommentPage(List.of(comment), 1, null);
  }
}
