package org.heard.local.run;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Collectors;

/** JSON over HTTP to one service of the suite, as one caller. */
public final class JsonHttp {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Duration CONNECT = Duration.ofSeconds(5);
  private static final Duration ANSWER = Duration.ofSeconds(30);

  private static final HttpClient CLIENT =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT).build();

  private final String address;
  private final String bearer;

  /**
   * @param address of the service, without a slash at the end
   * @param bearer the caller's token or key
   */
  public JsonHttp(String address, String bearer) {
    this.address = address;
    this.bearer = bearer;
  }

  /** For a door that asks for no credentials. */
  public static JsonHttp asNobody(String address) {
    return new JsonHttp(address, null);
  }

  /**
   * An answer.
   *
   * @param status the HTTP status
   * @param body the document, or an empty one when it was not JSON
   */
  public record Answer(int status, JsonNode body) {

    /** Whether the status is 2xx. */
    public boolean isSuccess() {
      return status / 100 == 2;
    }

    /** Status, code and detail of a problem document, for a person. */
    public String problem() {
      return "%d %s %s"
          .formatted(status, body.path("code").asText(""), body.path("detail").asText(""))
          .strip();
    }
  }

  /** POST of a form, as nobody in particular. */
  public static Answer postForm(String address, Map<String, String> fields) throws IOException {
    String form =
        fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
            .collect(Collectors.joining("&"));
    return send(
        HttpRequest.newBuilder(URI.create(address))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(form)));
  }

  /** GET. */
  public Answer get(String path) throws IOException {
    return send("GET", path, null);
  }

  /** POST. */
  public Answer post(String path, JsonNode body) throws IOException {
    return send("POST", path, body);
  }

  /** PUT. */
  public Answer put(String path, JsonNode body) throws IOException {
    return send("PUT", path, body);
  }

  private Answer send(String method, String path, JsonNode body) throws IOException {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + path))
            .header("Accept", "application/json, application/problem+json");
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    if (body == null) {
      request.method(method, BodyPublishers.noBody());
    } else {
      request.header("Content-Type", "application/json");
      request.method(method, BodyPublishers.ofByteArray(JSON.writeValueAsBytes(body)));
    }
    return send(request);
  }

  private static Answer send(HttpRequest.Builder request) throws IOException {
    try {
      HttpResponse<byte[]> answer =
          CLIENT.send(request.timeout(ANSWER).build(), BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), document(answer.body()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  private static JsonNode document(byte[] body) throws IOException {
    try {
      JsonNode document = JSON.readTree(body);
      return document == null ? JSON.createObjectNode() : document;
    } catch (JsonProcessingException e) {
      return JSON.createObjectNode();
    }
  }
}
