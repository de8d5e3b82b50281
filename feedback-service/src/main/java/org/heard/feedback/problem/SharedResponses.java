package org.heard.feedback.problem;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/**
 * Adds to every operation of the OpenAPI document the problems that every operation of its kind may
 * answer, and to the document what their codes mean.
 */
public class SharedResponses implements OASFilter {
  private static final String HTML = "text/html";
  private static final String JSON_DOCUMENT = "application/json";
  private static final String FORM = "application/x-www-form-urlencoded";

  private static final Map<String, List<String>> ALWAYS =
      new TreeMap<>(
          Map.of(
              "400", List.of("BAD_PATH", "HOST_REQUIRED"),
              "405", List.of("METHOD_NOT_ALLOWED"),
              "406", List.of("NOT_ACCEPTABLE"),
              "414", List.of("ADDRESS_TOO_LONG"),
              // Of a Content-Type that is no media type, wherever it comes along.
              "415", List.of("UNSUPPORTED_MEDIA_TYPE"),
              "431", List.of("HEADERS_TOO_LARGE"),
              "500", List.of("INTERNAL"),
              "503", List.of("UNAVAILABLE")));

  /** Where nobody is asked who they are, nobody is refused for it. */
  private static final Map<String, List<String>> WITH_CREDENTIALS =
      new TreeMap<>(
          Map.of(
              "401", List.of("UNAUTHORIZED"),
              "403", List.of("FORBIDDEN"),
              "503", List.of("IDENTITY_UNAVAILABLE")));

  /** Pages ignore them: {@link IgnoresParameters}. */
  private static final Map<String, List<String>> WITH_PARAMETERS =
      Map.of("400", List.of("UNKNOWN_PARAMETER"));

  private static final Map<String, List<String>> WITH_A_BODY =
      Map.of("415", List.of("UNSUPPORTED_MEDIA_TYPE", "UNSUPPORTED_ENCODING"));

  private static final Map<String, List<String>> WITH_A_DOCUMENT =
      new TreeMap<>(
          Map.of(
              "400", List.of("NUL_CHARACTER", "INCOMPLETE_BODY"),
              "408", List.of("BODY_TOO_SLOW"),
              "411", List.of("LENGTH_REQUIRED"),
              "413", List.of("BODY_TOO_LARGE")));

  private static final Map<String, List<String>> WITH_JSON =
      Map.of("400", List.of("LONE_SURROGATE"));

  /** Of the room for documents nobody who is known may have all. */
  private static final String SHARE = "heard.overload.max-held-bytes-per-key";

  private static final Pattern CODE = Pattern.compile("\\b[A-Z]+(?:_[A-Z]+)*\\b");

  private static final ObjectMapper JSON = new ObjectMapper();

  @Override
  public PathItem filterPathItem(PathItem path) {
    path.getOperations().values().forEach(SharedResponses::complete);
    return path;
  }

  @Override
  public void filterOpenAPI(OpenAPI document) {
    document
        .getComponents()
        .getSchemas()
        .get(ErrorCode.class.getSimpleName())
        .description(
            Stream.of(ErrorCode.values())
                .map(code -> "- `" + code + "` (" + code.status() + "): " + code.title())
                .collect(
                    Collectors.joining(
                        "\n", "The closed list of reasons, with their HTTP status:\n\n", "")));
  }

  private static void complete(Operation operation) {
    add(operation, ALWAYS);
    if (asksWhoItIs(operation)) {
      add(operation, WITH_CREDENTIALS);
    }
    if (!isPage(operation)) {
      add(operation, WITH_PARAMETERS);
    }
    if (operation.getRequestBody() != null) {
      add(operation, WITH_A_BODY);
    }
    if (takes(operation, OperationOutcome.MEDIA_TYPE, JSON_DOCUMENT)) {
      add(operation, WITH_A_DOCUMENT);
      add(operation, WITH_JSON);
      if (asksWhoItIs(operation)) {
        addShare(operation);
      }
    }
    if (takes(operation, FORM)) {
      add(operation, WITH_A_DOCUMENT);
    }
    boolean fhir = operation.getTags() != null && operation.getTags().contains("FHIR");
    operation
        .getResponses()
        .getAPIResponses()
        .forEach((status, response) -> describe(status, response, fhir));
    if (isPage(operation)) {
      operation.getResponses().getAPIResponses().forEach(SharedResponses::describeAsPage);
    }
  }

  private static boolean isPage(Operation operation) {
    return operation.getTags() != null && operation.getTags().contains("Pages");
  }

  /** Without a declaration of its own an operation has that of the whole document. */
  private static boolean asksWhoItIs(Operation operation) {
    List<SecurityRequirement> ways = operation.getSecurity();
    return ways == null || ways.stream().noneMatch(way -> way.getSchemes().isEmpty());
  }

  /** What is refused before it comes to the page is one only for who takes pages. */
  private static void describeAsPage(String status, APIResponse response) {
    if (status.compareTo("400") >= 0) {
      response
          .getContent()
          .addMediaType(
              HTML,
              OASFactory.createMediaType()
                  .schema(OASFactory.createSchema().addType(Schema.SchemaType.STRING)));
    }
  }

  private static boolean takes(Operation operation, String... mediaTypes) {
    return operation.getRequestBody() != null
        && Stream.of(mediaTypes).anyMatch(operation.getRequestBody().getContent()::hasMediaType);
  }

  private static void addShare(Operation operation) {
    String share =
        "documents of one key or token that take more than %s (`%s`) bytes here at a time"
            .formatted(ConfigProvider.getConfig().getValue(SHARE, String.class), SHARE);
    APIResponse own = operation.getResponses().getAPIResponse("429");
    if (own == null) {
      operation
          .getResponses()
          .addAPIResponse(
              "429", OASFactory.createAPIResponse().description("RATE_LIMITED: " + share));
    } else {
      own.description(own.getDescription() + "; " + share);
    }
  }

  private static void add(Operation operation, Map<String, List<String>> problems) {
    problems.forEach((status, codes) -> add(operation, status, codes));
  }

  private static void add(Operation operation, String status, List<String> codes) {
    APIResponse own = operation.getResponses().getAPIResponse(status);
    // The framework's own words for 401 and 403 name no codes.
    if (own == null || own.getDescription().startsWith("Not A")) {
      operation
          .getResponses()
          .addAPIResponse(
              status, OASFactory.createAPIResponse().description(String.join(", ", codes)));
      return;
    }
    String more =
        codes.stream()
            .filter(code -> !own.getDescription().contains(code))
            .collect(Collectors.joining(", "));
    if (!more.isEmpty()) {
      own.description(own.getDescription() + "; " + more);
    }
  }

  private static void describe(String status, APIResponse response, boolean fhir) {
    if (status.compareTo("400") < 0) {
      return;
    }
    if (response.getContent() == null) {
      response.content(
          fhir
              ? content(OperationOutcome.MEDIA_TYPE, "OperationOutcome")
              : content(Problem.MEDIA_TYPE, "Problem"));
    }
    response.getContent().getMediaTypes().values().stream()
        .filter(body -> body.getExamples() == null || body.getExamples().isEmpty())
        .forEach(body -> exemplify(body, Integer.parseInt(status), response, fhir));
    if (status.equals("429") || status.equals("503")) {
      response.addHeader("Retry-After", retryAfter());
    }
  }

  /** With the first code that the answer may have. */
  private static void exemplify(MediaType body, int status, APIResponse response, boolean fhir) {
    ErrorCode code =
        CODE.matcher(response.getDescription())
            .results()
            .map(MatchResult::group)
            .flatMap(name -> Stream.of(ErrorCode.values()).filter(each -> each.name().equals(name)))
            .filter(each -> each.status() == status)
            .findFirst()
            .orElseThrow();
    Problem problem = Problem.of(code, code.title() + ".");
    Object document = fhir ? OperationOutcome.of(problem) : problem;
    body.addExample(
        code.name(),
        OASFactory.createExample()
            .value(JSON.convertValue(document, new TypeReference<Map<String, Object>>() {})));
  }

  private static Header retryAfter() {
    return OASFactory.createHeader()
        .description("After how many seconds to try again")
        .required(true)
        .schema(
            OASFactory.createSchema()
                .addType(Schema.SchemaType.INTEGER)
                .minimum(BigDecimal.ONE)
                .addExample(ProblemException.RETRY_AFTER_SECONDS));
  }

  private static Content content(String mediaType, String schema) {
    Schema reference = OASFactory.createSchema().ref("#/components/schemas/" + schema);
    return OASFactory.createContent()
        .addMediaType(mediaType, OASFactory.createMediaType().schema(reference));
  }
}
