package org.heard.analytics.tag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TagRequestTest {
  private record Limits(int maxItems, int maxBodyBytes) implements TagConfig {}

  private final TagRequest request = new TagRequest(new Limits(3, 200));

  private List<JsonNode> read(String body) throws IOException {
    return request.answer(
        new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), item -> item);
  }

  @Test
  void anArrayIsAnsweredInOrder() throws IOException {
    assertThat(read("[1, {\"a\": 2}, []]"))
        .extracting(JsonNode::toString)
        .containsExactly("1", "{\"a\":2}", "[]");
    assertThat(read(" [] ")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "``|INVALID_JSON",
        "[1|INVALID_JSON",
        "[1,]|INVALID_JSON",
        "[1] 2|INVALID_JSON",
        "[{\"a\":1,\"a\":2}]|INVALID_JSON",
        "[[[[[[[[[[[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]]]]]]]]]]|BODY_TOO_LARGE",
        "{}|WRONG_TYPE",
        "null|WRONG_TYPE",
        "[1,2,3,4]|TOO_MANY_ITEMS",
      })
  void aBodyThatIsNoListOfItemsIsRefusedAsAWhole(String body, ErrorCode code) {
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> read(body))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  @Test
  void aBodyThatBreaksOffIsTheSendersFault() throws IOException {
    InputStream broken = InputStream.nullInputStream();
    broken.close();
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> request.answer(broken, item -> item))
        .satisfies(
            refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.INCOMPLETE_BODY));
  }

  @Test
  void aBodyOverTheLimitIsRefusedAndReadToItsEnd() {
    ByteArrayInputStream body =
        new ByteArrayInputStream(
            ("[\"" + "x".repeat(300) + "\"]").getBytes(StandardCharsets.UTF_8));

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> request.answer(body, item -> item))
        .satisfies(
            refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.BODY_TOO_LARGE));
    assertThat(body.available()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "7|WRONG_TYPE",
        "{\"text\":\"a\"}|MISSING_FIELD",
        "{\"id\":null,\"text\":\"a\"}|MISSING_FIELD",
        "{\"id\":\"\",\"text\":\"a\"}|INVALID_ID",
        "{\"id\":5,\"text\":\"a\"}|INVALID_ID",
        "{\"id\":\"a\"}|MISSING_FIELD",
        "{\"id\":\"a\",\"text\":3}|WRONG_TYPE",
        "{\"id\":\"a\",\"text\":\"\\u0000\"}|NUL_CHARACTER",
        "{\"id\":\"a\",\"text\":\"\\ud83d\"}|LONE_SURROGATE",
        "{\"id\":\"a\",\"text\":\"b\",\"question\":\"who\"}|INVALID_VALUE",
        "{\"id\":\"a\",\"text\":\"b\",\"question\":1}|INVALID_VALUE",
        "{\"id\":\"a\",\"text\":\"b\",\"rating\":7}|INVALID_RATING",
        "{\"id\":\"a\",\"text\":\"b\",\"rating\":\"1\"}|INVALID_RATING",
        "{\"id\":\"a\",\"text\":\"b\",\"rating\":1.5}|INVALID_RATING",
      })
  void aBadItemSaysWhy(String item, ErrorCode code) throws IOException {
    JsonNode node = new ObjectMapper().readTree(item);

    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(() -> TagItem.read(node))
        .satisfies(refused -> assertThat(refused.problem().code()).isEqualTo(code));
  }

  @Test
  void textIsMeasuredInCodePoints() throws IOException {
    String most = "💙".repeat(4000);
    ObjectMapper json = new ObjectMapper();

    assertThat(TagItem.read(json.createObjectNode().put("id", "a").put("text", most)))
        .isEqualTo(new CommentText(null, null, most));
    assertThatExceptionOfType(ProblemException.class)
        .isThrownBy(
            () -> TagItem.read(json.createObjectNode().put("id", "a").put("text", most + "!")))
        .satisfies(
            refused -> assertThat(refused.problem().code()).isEqualTo(ErrorCode.TEXT_TOO_LONG));
  }

  @Test
  void anItemIsRead() throws IOException {
    JsonNode item =
        new ObjectMapper()
            .readTree(
                "{\"id\":\"é\",\"question\":\"why\",\"rating\":6,\"text\":\"Kind.\",\"x\":1}");

    assertThat(TagItem.id(item)).isEqualTo("é");
    assertThat(TagItem.read(item)).isEqualTo(new CommentText(Question.WHY, 6, "Kind."));
  }
}
