package org.heard.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.heard.analytics.problem.ErrorCode;
import org.junit.jupiter.api.Test;

/** What a client's developer reads instead of the code. */
@QuarkusTest
@QuarkusTestResource(RealServers.class)
class OpenApiIT {
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");
  private static final Pattern WORD = Pattern.compile("\\b[A-Z_]+\\b");
  private static final List<String> METHODS = List.of("get", "put", "post", "patch", "delete");

  @Test
  void saysWhatEveryOperationDoes() throws IOException {
    operations()
        .forEach((name, each) -> assertThat(each.path("summary").asText()).as(name).isNotBlank());
  }

  @Test
  void explainsEveryParameter() throws IOException {
    operations()
        .forEach(
            (name, each) -> {
              for (JsonNode parameter : each.path("parameters")) {
                assertThat(parameter.path("description").asText() + parameter.path("example"))
                    .as(name + " " + parameter.path("name").asText())
                    .isNotBlank();
              }
            });
  }

  @Test
  void showsAnExampleOfEveryBody() throws IOException {
    operations()
        .forEach(
            (name, each) -> {
              for (JsonNode body : each.path("requestBody").path("content")) {
                assertThat(body.path("examples")).as(name).isNotEmpty();
              }
            });
  }

  /** Each from the closed list, and with its own status; at least one a refusal. */
  @Test
  void namesTheCodesOfEveryRefusal() throws IOException {
    List<String> known = Arrays.stream(ErrorCode.values()).map(Enum::name).toList();
    operations()
        .forEach(
            (name, each) -> {
              for (Map.Entry<String, JsonNode> answer : each.path("responses").properties()) {
                if (answer.getKey().compareTo("400") >= 0) {
                  String said = answer.getValue().path("description").asText();
                  String where = name + " " + answer.getKey();
                  assertThat(found(CODE, said)).as(where).allMatch(known::contains);
                  assertThat(found(WORD, said).stream().filter(known::contains))
                      .as(where)
                      .isNotEmpty()
                      .allMatch(
                          code ->
                              String.valueOf(ErrorCode.valueOf(code).status())
                                  .equals(answer.getKey()));
                }
              }
            });
  }

  private static List<String> found(Pattern pattern, String text) {
    return pattern.matcher(text).results().map(MatchResult::group).toList();
  }

  /** Whoever sends a body may send the wrong one, and may send too much of it. */
  @Test
  void saysWhatBecomesOfABodyThatIsNoneOfTheOperations() throws IOException {
    operations()
        .forEach(
            (name, each) ->
                assertThat(each.path("responses").properties().stream().map(Map.Entry::getKey))
                    .as(name)
                    .contains("401", "403", "405", "406", "500", "503")
                    .containsAll(
                        each.has("requestBody") ? List.of("400", "413", "415") : List.of()));
  }

  private static Map<String, JsonNode> operations() throws IOException {
    Map<String, JsonNode> operations = new TreeMap<>();
    for (Map.Entry<String, JsonNode> path : document().path("paths").properties()) {
      path.getValue().properties().stream()
          .filter(method -> METHODS.contains(method.getKey()))
          .forEach(
              method -> operations.put(method.getKey() + " " + path.getKey(), method.getValue()));
    }
    assertThat(operations).hasSameSizeAs(Operation.all());
    return operations;
  }

  private static JsonNode document() throws IOException {
    return new ObjectMapper().readTree(given().get("/q/openapi?format=json").asString());
  }
}
