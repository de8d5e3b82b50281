package org.heard.feedback.intake;

import static io.restassured.RestAssured.given;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.access.ServiceSecrets;

/** A ward of its own, and its form as a browser handles it. */
public final class Forms {
  private static final Pattern TOKEN = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
  private static final Pattern RECEIPT =
      Pattern.compile("<strong>((?:[0-9A-Z]{4}-){4}[0-9A-Z*~$=])</strong>");

  private Forms() {}

  /** A new ward of S01, so that no other test has used up its limit. */
  public static Map<String, String> ward() {
    String id = "ZF" + UUID.randomUUID().toString().substring(0, 8);
    Response ward =
        Feedback.as(TestTokens.admin())
            .body(Map.of("name", "Rowan Ward", "siteId", "S01"))
            .put("/v1/directory/wards/" + id);
    return Map.of("id", id, "code", ward.path("formCode"));
  }

  /** The token of a page of this ward that was opened a while ago. */
  static String token(ServiceSecrets secrets, String ward, Duration age) {
    return token(secrets, "ward:" + ward, UUID.randomUUID(), age);
  }

  /** The token of a page of a ward or a desk, whose answer will have this id. */
  public static String token(ServiceSecrets secrets, String place, UUID id, Duration age) {
    return new FormToken(id, Instant.now().minus(age)).sign(secrets, place);
  }

  /** The token of the form in a page. */
  static String token(Response page) {
    Matcher token = TOKEN.matcher(page.asString());
    return token.find() ? token.group(1) : null;
  }

  /** The receipt code in a page. */
  static String receipt(Response page) {
    Matcher code = RECEIPT.matcher(page.asString());
    return code.find() ? code.group(1) : null;
  }

  static Response open(String code) {
    return given().get("/f/" + code);
  }

  static Response send(String code, Map<String, String> values) {
    return given()
        .contentType("application/x-www-form-urlencoded; charset=UTF-8")
        .formParams(values)
        .post("/f/" + code);
  }

  /** Sends a body as it stands, as a browser that says so. */
  static HttpResponse<String> raw(String code, String type, String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + "/f/" + code))
            .header("Accept", "text/html,application/xhtml+xml,*/*;q=0.8")
            .header("Content-Type", type)
            .POST(BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try {
      return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString());
    } catch (IOException | InterruptedException broken) {
      throw new IllegalStateException(broken);
    }
  }

  /** These values and those. */
  static Map<String, String> with(Map<String, String> values, String... more) {
    Map<String, String> all = new TreeMap<>(values);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }
}
