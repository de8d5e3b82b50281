package org.heard.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heard.feedback.intake.Forms;
import org.heard.feedback.problem.ErrorCode;
import org.junit.jupiter.api.Test;

/** What a client's developer reads instead of the code. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class ApiDescriptionIT {
  private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)+\\b");
  private static final Pattern FIELD =
      Pattern.compile("<(?:input|textarea|select)[^>]* name=\"(\\w+)\"");

  /** Texts that nothing limits in a way that a schema could say. */
  private static final List<String> UNLIMITED =
      List.of(
          // Ours: sentences for people, and an image.
          "Problem.title",
          "Problem.detail",
          "OperationOutcomeDetails.text",
          "OperationOutcomeIssue.diagnostics",
          "PairingCode.qr",
          // Hashed or compared, never kept: the document's size limits them.
          "QuestionnaireResponseIdentifier.value",
          "QuestionnaireResponseRating.display");

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
  void summarisesEveryOperation() throws IOException {
    assertThat(operations().entrySet())
        .filteredOn(operation -> operation.getValue().path("summary").asText().isBlank())
        .extracting(Map.Entry::getKey)
        .isEmpty();
  }

  /** Of a refusal every code that is named is one of the closed list, and goes with its status. */
  @Test
  void namesTheCodesOfEveryRefusalAndNoOther() throws IOException {
    for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
      for (var answer : answers(operation.getValue(), "4", "5")) {
        String where = operation.getKey() + " " + answer.getKey();
        String description = answer.getValue().path("description").asText();
        assertThat(codes(description, Integer.parseInt(answer.getKey()))).as(where).isNotEmpty();
        assertThat(CODE.matcher(description).results().map(MatchResult::group))
            .as(where)
            .allMatch(name -> Stream.of(ErrorCode.values()).anyMatch(c -> c.name().equals(name)));
      }
    }
  }

  /** The codes in a text that go with a status. */
  private static List<ErrorCode> codes(String description, int status) {
    return Stream.of(ErrorCode.values())
        .filter(code -> code.status() == status)
        .filter(code -> Pattern.compile("\\b" + code + "\\b").matcher(description).find())
        .toList();
  }

  @Test
  void showsOfEveryBodyOnlyFieldsThatThereAre() throws IOException {
    JsonNode schemas = document().path("components").path("schemas");
    int shown = 0;
    for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
      JsonNode body =
          operation.getValue().path("requestBody").path("content").path("application/json");
      JsonNode fields = target(body.path("schema"), schemas).path("properties");
      for (JsonNode example : body.path("examples")) {
        shown++;
        assertThat(example.path("value").isTextual())
            .as(operation.getKey() + " shows a document, not a text")
            .isFalse();
        assertThat(names(fields)).as(operation.getKey()).containsAll(names(example.path("value")));
      }
    }
    assertThat(shown).isGreaterThan(10);
  }

  /** An outcome has no code at its top, and a file is refused for one thing. */
  @Test
  void saysWhatStandsAtTheTopOfSeveralProblems() throws IOException {
    for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
      String wrong =
          operation.getValue().path("responses").path("422").path("description").asText();
      boolean several = CODE.matcher(wrong).results().count() > 1;
      boolean alone = operation.getKey().matches("post /v1/(fhir/.*|feedback/batch)");
      if (several && !alone) {
        assertThat(wrong).as(operation.getKey()).contains("VALIDATION_FAILED");
      }
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
      // What a browser posts may lead it on to a page instead.
      assertThat(operation.getValue().path("responses").properties())
          .as(operation.getKey())
          .anyMatch(answer -> answer.getKey().matches("2..|303"));
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

  @Test
  void showsAnExampleOfEveryAnswer() throws IOException {
    JsonNode schemas = document().path("components").path("schemas");
    for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
      for (var answer : answers(operation.getValue(), "2")) {
        for (var body : answer.getValue().path("content").properties()) {
          String where = operation.getKey() + " " + answer.getKey() + " " + body.getKey();
          JsonNode examples = body.getValue().path("examples");
          assertThat(examples).as(where).isNotEmpty();
          if (body.getKey().equals("application/json")) {
            JsonNode fields = target(body.getValue().path("schema"), schemas).path("properties");
            for (JsonNode example : examples) {
              assertThat(names(fields)).as(where).containsAll(names(example.path("value")));
            }
          }
        }
      }
    }
  }

  @Test
  void showsAnExampleOfEveryProblemDocument() throws IOException {
    for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
      for (var answer : answers(operation.getValue(), "4", "5")) {
        for (var body : answer.getValue().path("content").properties()) {
          assertThat(body.getValue().path("examples").isEmpty())
              .as(operation.getKey() + " " + answer.getKey() + " " + body.getKey())
              .isEqualTo(body.getKey().equals("text/html"));
        }
      }
    }
  }

  @Test
  void describesEveryField() throws IOException {
    assertThat(fields().entrySet())
        .filteredOn(field -> field.getValue().path("description").asText().isBlank())
        .extracting(Map.Entry::getKey)
        .isEmpty();
  }

  @Test
  void describesEveryParameterAndItsLimits() throws IOException {
    for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
      for (JsonNode parameter : operation.getValue().path("parameters")) {
        String where = operation.getKey() + " " + parameter.path("name").asText();
        assertThat(parameter.path("description").asText()).as(where).isNotBlank();
        assertThat(isUnlimitedText(parameter.path("schema"), MissingNode.getInstance()))
            .as(where)
            .isFalse();
      }
    }
  }

  @Test
  void limitsEveryText() throws IOException {
    JsonNode schemas = document().path("components").path("schemas");
    assertThat(fields().entrySet())
        .filteredOn(field -> isUnlimitedText(field.getValue(), schemas))
        .extracting(Map.Entry::getKey)
        .containsExactlyInAnyOrderElementsOf(UNLIMITED);
  }

  @Test
  void takesBoundsFromTheSettings() throws IOException {
    JsonNode schemas = document().path("components").path("schemas");
    JsonNode text = schemas.path("Answer").path("properties").path("text");
    assertThat(text.path("maxLength").asInt()).isEqualTo(4000);
    JsonNode answers = schemas.path("Submission").path("properties").path("answers");
    assertThat(answers.path("maxItems").asInt()).isEqualTo(5);
    assertThat(document().toString()).doesNotContain("{heard.", "x-limit");
  }

  @Test
  void saysWhatEveryCodeMeans() throws IOException {
    String meanings =
        document()
            .path("components")
            .path("schemas")
            .path("ErrorCode")
            .path("description")
            .asText();
    for (ErrorCode code : ErrorCode.values()) {
      assertThat(meanings.lines())
          .contains("- `" + code + "` (" + code.status() + "): " + code.title());
    }
  }

  @Test
  void saysHowMuchIsTooMuchAndWhenToComeAgain() throws IOException {
    for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
      for (var answer : answers(operation.getValue(), "429", "503")) {
        assertThat(answer.getValue().path("headers").path("Retry-After").path("schema"))
            .as(operation.getKey() + " " + answer.getKey())
            .isNotEmpty();
      }
      for (var answer : answers(operation.getValue(), "429")) {
        assertThat(answer.getValue().path("description").asText())
            .as(operation.getKey())
            .containsPattern("[0-9]+ \\(`heard\\.[a-z.-]+`\\) .* an? (second|minute|hour|time)")
            .doesNotContain("{heard.");
      }
      for (var answer : answers(operation.getValue(), "3")) {
        assertThat(answer.getValue().path("headers").has("Location"))
            .as(operation.getKey())
            .isTrue();
      }
    }
  }

  @Test
  void saysHowLargeIsTooLarge() throws IOException {
    for (Map.Entry<String, JsonNode> operation : operations().entrySet()) {
      for (var answer : answers(operation.getValue(), "413")) {
        String description = answer.getValue().path("description").asText();
        for (var code : CODE.matcher(description).results().toList()) {
          assertThat(description)
              .as(operation.getKey())
              .containsPattern(code.group() + ": more than [0-9]+ \\(`heard\\.[a-z.-]+`\\)");
        }
      }
    }
  }

  @Test
  void refusesNobodyForWhoTheyAreWhereNobodyIsAsked() throws IOException {
    assertThat(operations().entrySet().stream().filter(each -> isOpen(each.getValue())))
        .hasSizeGreaterThan(8)
        .allSatisfy(
            door -> {
              JsonNode answers = door.getValue().path("responses");
              String cookie = "(post /paper|post /paper/open)";
              assertThat(answers.has("401"))
                  .as(door.getKey())
                  .isEqualTo(door.getKey().matches(cookie));
              assertThat(answers.path("503").path("description").asText())
                  .doesNotContain("IDENTITY_UNAVAILABLE");
              assertThat(answers.has("403"))
                  .as(door.getKey())
                  .isEqualTo(door.getKey().matches("post /(f|paper).*"));
            });
  }

  @Test
  void aPageIgnoresParametersAndItsFormIsADocument() throws IOException {
    for (Map.Entry<String, JsonNode> page : operations().entrySet()) {
      if (page.getKey().matches("\\w+ /(f|paper)(/.*)?")) {
        JsonNode answers = page.getValue().path("responses");
        boolean form = page.getValue().has("requestBody");
        assertThat(answers.toString()).as(page.getKey()).doesNotContain("UNKNOWN_PARAMETER");
        assertThat(answers.has("408")).as(page.getKey()).isEqualTo(form);
        assertThat(answers.has("411")).as(page.getKey()).isEqualTo(form);
      }
    }
  }

  @Test
  void namesTheFieldsThatThePagesHave() throws IOException {
    Feedback.directory();
    assertThat(inputs(given().get("/f/" + Forms.ward().get("code")))).isEqualTo(inputs("Form"));
    assertThat(inputs(given().get("/paper"))).isEqualTo(inputs("DeskCode"));
    Set<String> card = inputs(given().cookie("heard-desk", Feedback.importerKey()).get("/paper"));
    // Staff are not taken for machines, but the field that people do not see is known here, too.
    card.add("website");
    assertThat(card).isEqualTo(inputs("Card"));
  }

  private static Set<String> inputs(Response page) {
    return FIELD
        .matcher(page.asString())
        .results()
        .map(found -> found.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> inputs(String schema) throws IOException {
    return names(document().path("components").path("schemas").path(schema).path("properties"));
  }

  private static Set<String> names(JsonNode object) {
    return object.properties().stream()
        .map(Map.Entry::getKey)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static boolean isOpen(JsonNode operation) {
    return operation.path("security").path(0).isObject()
        && operation.path("security").path(0).isEmpty();
  }

  private static boolean isUnlimitedText(JsonNode field, JsonNode schemas) {
    List<JsonNode> sides = new ArrayList<>(List.of(field, target(field, schemas)));
    field.path("anyOf").forEach(side -> sides.add(target(side, schemas)));
    boolean text =
        sides.stream().anyMatch(side -> side.path("type").toString().contains("\"string\""));
    boolean limited =
        sides.stream()
            .anyMatch(
                side ->
                    Stream.of("maxLength", "pattern", "enum", "const", "format")
                        .anyMatch(side::has));
    return text && !limited;
  }

  /** What a reference refers to, or the schema itself. */
  private static JsonNode target(JsonNode schema, JsonNode schemas) {
    String reference = schema.path("$ref").asText();
    return reference.isEmpty()
        ? schema
        : schemas.path(reference.substring(reference.lastIndexOf('/') + 1));
  }

  /** Every field of every schema. */
  private static Map<String, JsonNode> fields() throws IOException {
    Map<String, JsonNode> fields = new TreeMap<>();
    for (var schema : document().path("components").path("schemas").properties()) {
      for (var field : schema.getValue().path("properties").properties()) {
        fields.put(schema.getKey() + "." + field.getKey(), field.getValue());
      }
    }
    assertThat(fields).hasSizeGreaterThan(200);
    return fields;
  }

  private static List<Map.Entry<String, JsonNode>> answers(JsonNode operation, String... statuses) {
    return operation.path("responses").properties().stream()
        .filter(answer -> Stream.of(statuses).anyMatch(answer.getKey()::startsWith))
        .toList();
  }

  private static JsonNode document() throws IOException {
    return new ObjectMapper().readTree(given().get("/q/openapi?format=json").asString());
  }

  private static Map<String, JsonNode> operations() throws IOException {
    Map<String, JsonNode> operations = new TreeMap<>();
    for (var path : document().path("paths").properties()) {
      for (String method : List.of("get", "put", "post", "delete")) {
        if (path.getValue().has(method)) {
          operations.put(method + " " + path.getKey(), path.getValue().path(method));
        }
      }
    }
    assertThat(operations).hasSizeGreaterThan(8);
    return operations;
  }
}
