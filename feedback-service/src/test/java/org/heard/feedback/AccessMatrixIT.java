package org.heard.feedback;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every operation, every kind of caller, and paths that can be read in two ways. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
class AccessMatrixIT {
  private static final String NOBODY = "00000000-0000-0000-0000-000000000000";
  private static final List<String> ROLES =
      List.of(
          "ward-leader",
          "quality-analyst",
          "intranet",
          "alert-handler",
          "information-governance",
          "admin");

  private final Map<String, String> callers = new LinkedHashMap<>();

  /**
   * A line of the matrix.
   *
   * @param callers who may; {@code anyone} for what asks for no credentials, {@code desk} for a
   *     cookie
   * @param type of the body; empty where there is none
   */
  private record Operation(String method, String path, List<String> callers, String type) {
    static List<Operation> all() throws IOException {
      try (InputStream in = Operation.class.getResourceAsStream("/operations.csv")) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8)
            .lines()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.split(",", -1))
            .map(f -> new Operation(f[0], f[1], List.of(f[2].split(" ", -1)), f[3]))
            .toList();
      }
    }

    boolean isOpen() {
      return callers.equals(List.of("anyone"));
    }

    /** Of a browser with a cookie, which no token stands for. */
    boolean isOfADesk() {
      return callers.equals(List.of("desk"));
    }

    /** Of something that is not there, as far as that can be. */
    String address() {
      return path.replace("{level}", "wards")
          .replace("{formCode}", "QQQQQQ")
          .replaceAll("\\{\\w+}", NOBODY);
    }
  }

  @BeforeEach
  void callers() {
    Feedback.directory();
    ROLES.forEach(role -> callers.put(role, TestTokens.withRole(role)));
    callers.put("service", TestTokens.gateway());
    callers.put("kiosk", Feedback.kioskKey("W01"));
    callers.put("importer", Feedback.importerKey());
  }

  @Test
  void callersReachWhatTheMatrixSays() throws IOException {
    for (Operation operation : Operation.all()) {
      callers.forEach(
          (caller, token) -> {
            int status = ask(operation, token).statusCode();
            String which = "%s %s as %s".formatted(operation.method(), operation.path(), caller);
            if (operation.isOfADesk()) {
              assertThat(status).as(which).isEqualTo(401);
            } else if (operation.isOpen() || operation.callers().contains(caller)) {
              assertThat(status).as(which).isNotIn(401, 403).isLessThan(500);
            } else if (caller.equals("service")) {
              // Where it may speak for a person it is asked whom for.
              assertThat(status).as(which).isIn(401, 403);
            } else {
              assertThat(status).as(which).isEqualTo(403);
            }
          });
    }
  }

  @Test
  void withoutGoodCredentialsOnlyTheOpenDoorsAreOpen() throws IOException {
    for (Operation operation : Operation.all()) {
      for (String token : new String[] {null, "hello", "hk_dev_x", TestTokens.ofStranger()}) {
        Response answer = ask(operation, token);
        String which = "%s %s with %s".formatted(operation.method(), operation.path(), token);
        if (operation.isOpen()) {
          assertThat(answer.statusCode()).as(which).isNotIn(401, 403).isLessThan(500);
        } else {
          assertThat(answer.statusCode()).as(which).isEqualTo(401);
          assertThat(answer.header("WWW-Authenticate"))
              .as(which)
              .isEqualTo(operation.isOfADesk() ? null : "Bearer");
        }
      }
    }
  }

  @Test
  void pathsWithTwoReadingsAreRefusedOnEveryOperation() throws IOException {
    for (Operation operation : Operation.all()) {
      for (String path : ambiguous(operation.address())) {
        for (String header : List.of("", "Authorization: Bearer " + TestTokens.admin() + "\r\n")) {
          assertThat(raw(operation.method(), path, header)).as(path).startsWith("HTTP/1.1 400 ");
        }
      }
    }
  }

  @Test
  void openApiAndTheMatrixListTheSameOperations() throws IOException {
    Map<String, Map<String, Object>> paths =
        given().accept("application/json").get("/q/openapi?format=json").jsonPath().get("paths");
    Set<String> documented = new TreeSet<>();
    paths.forEach(
        (path, item) ->
            item.forEach(
                (method, of) -> {
                  if (of instanceof Map) {
                    documented.add(method.toUpperCase(Locale.ROOT) + " " + path);
                  }
                }));
    assertThat(Operation.all().stream().map(o -> o.method() + " " + o.path()))
        .containsExactlyInAnyOrderElementsOf(documented);
  }

  private static Response ask(Operation operation, String token) {
    RequestSpecification request = given().redirects().follow(false);
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    if (operation.type().endsWith("urlencoded")) {
      request.contentType(operation.type()).formParam("x", "y");
    } else if (!operation.type().isEmpty()) {
      request.header("Content-Type", operation.type()).body("{}".getBytes(StandardCharsets.UTF_8));
    }
    return request.request(operation.method(), operation.address());
  }

  private static Set<String> ambiguous(String path) {
    Set<String> paths = new TreeSet<>();
    for (String bit :
        List.of(
            ";", ";a=b", "%3b", "%3B", "%2f", "%2F", "%5c", "\\", "%00", "%2e", "%252f", "%25")) {
      paths.add(path + bit);
    }
    paths.add("/" + path);
    paths.add(path + "//");
    paths.add("/x/.." + path);
    paths.add("/x/%2E%2e" + path);
    return paths;
  }

  /** Sends the path exactly as it is written, which no HTTP client would do. */
  private static String raw(String method, String path, String header) throws IOException {
    try (Socket socket = new Socket("localhost", RestAssured.port)) {
      String request =
          "%s %s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n%s\r\n"
              .formatted(method, path, header);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
