package org.heard.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.heard.feedback.problem.ErrorCode;
import org.junit.jupiter.api.Test;

/** What a client's developer reads instead of the code. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ApiDescriptionIT {

  @Test
  void namesEveryProblemCode() throws IOException {
    String answers =
        operations().values().stream()
            .flatMap(
                operation -> operation.path("responses").findValuesAsText("description").stream())
            .collect(Collectors.joining(" "));
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(answers).containsPattern("\\b" + code + "\\b");
    }
  }

  @Test
  void describesEveryRefusalAsAProblem() throws IOException {
    for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
      for (var answer : operation.getValue().path("responses").properties()) {
        boolean fhir = operation.getKey().contains("/v1/fhir/");
        boolean problem =
            answer
                .getValue()
                .path("content")
                .path(fhir ? "application/fhir+json" : "application/problem+json")
                .path("schema")
                .path("$ref")
                .asText()
                .endsWith(fhir ? "/OperationOutcome" : "/Problem");
        assertThat(problem)
            .as(operation.getKey() + " " + answer.getKey())
            .isEqualTo(answer.getKey().compareTo("400") >= 0);
      }
    }
  }

  @Test
  void saysWhatComesBackWhenAllIsWell() throws IOException {
    for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
      for (var answer : operation.getValue().path("responses").properties()) {
        assertThat(!answer.getKey().startsWith("2") || answer.getValue().has("content"))
            .as(operation.getKey() + " " + answer.getKey())
            .isTrue();
      }
      assertThat(operation.getValue().path("responses").properties())
          .as(operation.getKey())
          .anyMatch(answer -> answer.getKey().startsWith("2"));
    }
  }

  @Test
  void showsAnExampleOfEveryBody() throws IOException {
    for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
      JsonNode body = operation.getValue().path("requestBody");
      assertThat(body.isMissingNode() || !body.findValues("examples").isEmpty())
          .as(operation.getKey())
          .isTrue();
    }
  }

  private static Map<String, JsonNode> operations() throws IOException {
    JsonNode document =
        new ObjectMapper().readTree(given().get("/q/openapi?format=json").asString());
    Map<String, JsonNode> operations = new TreeMap<>();
    for (var path : document.path("paths").properties()) {
      for (String method : List.of("get", "put", "post")) {
        if (path.getValue().has(method)) {
          operations.put(method + " " + path.getKey(), path.getValue().path(method));
        }
      }
    }
    assertThat(operations).hasSizeGreaterThan(8);
    return operations;
  }
}
