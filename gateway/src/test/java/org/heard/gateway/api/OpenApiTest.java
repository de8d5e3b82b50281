package org.heard.gateway.api;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.heard.gateway.problem.ErrorCode;
import org.junit.jupiter.api.Test;

/** What a client's developer reads instead of the code. */
@QuarkusTest
class OpenApiTest extends GatewayTest {
  private static final Pattern CODE = Pattern.compile("`([A-Z]+(?:_[A-Z]+)*)`");

  /** Codes, of a row of the table of codes. */
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (`[^|]+`) \\|");

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
  void showsEveryBodyWithAnExample() throws IOException {
    JsonNode schemas = document().path("components").path("schemas");
    operations()
        .forEach(
            (name, each) -> {
              for (JsonNode body : each.path("requestBody").path("content")) {
                assertThat(body.path("examples")).as(name).isNotEmpty();
                String schema = body.path("schema").path("$ref").asText();
                JsonNode fields =
                    schemas.path(schema.substring(schema.lastIndexOf('/') + 1)).path("properties");
                assertThat(fields).as(name).isNotEmpty();
                body.path("examples")
                    .forEach(
                        example ->
                            assertThat(example.path("value").fieldNames())
                                .as(name)
                                .toIterable()
                                .isSubsetOf(() -> fields.fieldNames()));
              }
            });
  }

  /** Each from the closed list, and with its own status; at least one a refusal. */
  @Test
  void namesTheCodesOfEveryRefusal() throws IOException {
    JsonNode shared = document().path("components").path("responses");
    operations()
        .forEach(
            (name, each) -> {
              for (Map.Entry<String, JsonNode> answer : each.path("responses").properties()) {
                if (answer.getKey().compareTo("400") >= 0) {
                  String reference = answer.getValue().path("$ref").asText();
                  JsonNode refusal =
                      reference.isEmpty()
                          ? answer.getValue()
                          : shared.path(reference.substring(reference.lastIndexOf('/') + 1));
                  assertThat(codes(refusal))
                      .as(name + " " + answer.getKey())
                      .isNotEmpty()
                      .allMatch(
                          code -> String.valueOf(code.status()).equals(answer.getKey()),
                          "has that status");
                }
              }
            });
  }

  /** Whoever sends a body may send the wrong one, and may send too much of it. */
  @Test
  void saysWhatBecomesOfABodyThatIsNoneOfTheOperations() throws IOException {
    operations()
        .forEach(
            (name, each) ->
                assertThat(each.path("responses").properties().stream().map(Map.Entry::getKey))
                    .as(name)
                    .contains("500")
                    .containsAll(each.has("security") ? List.of() : List.of("401", "403"))
                    .containsAll(
                        each.has("requestBody") ? List.of("400", "413", "415") : List.of()));
  }

  private static List<ErrorCode> codes(JsonNode refusal) {
    return CODE.matcher(refusal.path("description").asText())
        .results()
        .map((MatchResult found) -> ErrorCode.valueOf(found.group(1)))
        .toList();
  }

  /** Once: two rows could disagree. */
  @Test
  void saysWhatToDoAboutEveryCode() throws IOException {
    String text = document().path("info").path("description").asText();
    List<ErrorCode> listed =
        ROW.matcher(text)
            .results()
            .flatMap(row -> CODE.matcher(row.group(1)).results())
            .map(code -> ErrorCode.valueOf(code.group(1)))
            .toList();
    assertThat(listed).containsExactlyInAnyOrder(ErrorCode.values());
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
