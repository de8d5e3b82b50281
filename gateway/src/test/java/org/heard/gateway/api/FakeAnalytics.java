package org.heard.gateway.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * analytics-service as the gateway sees it: a small real HTTP server that refuses questions without
 * both tokens, remembers what it was asked and knows four wards. It hands out any ward to anyone,
 * so that scope is the gateway's own work in these tests.
 */
final class FakeAnalytics implements AutoCloseable {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> WARDS =
      List.of(
          ward("W01", "S01", "O01", "D01"),
          ward("W02", "S01", "O01", "D02"),
          ward("W05", "S02", "O01", "D02"),
          ward("W90", "S90", "O02", "D90"));

  private static final Set<String> ALONE =
      Set.of("/v1/directory/status", "/v1/tag", "/v1/statements");

  private static final int HANG = -1;
  private static final int CUT = -2;
  private static final int MISSING = 10;

  private final AtomicReference<CountDownLatch> hanging =
      new AtomicReference<>(new CountDownLatch(1));
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final JwtConsumer serviceTokens;
  private final Map<String, Answer> scripted = new ConcurrentHashMap<>();
  private final List<Asked> asked = new CopyOnWriteArrayList<>();

  record Answer(int status, String body) {}

  record Asked(URI uri, String caller, String serviceToken, String method, String body) {}

  FakeAnalytics(EllipticCurveJsonWebKey gateway) {
    serviceTokens =
        new JwtConsumerBuilder()
            .setVerificationKey(gateway.getECPublicKey())
            .setExpectedIssuer("heard-gateway")
            .setExpectedAudience("heard")
            .setExpectedSubject("gateway")
            .setRequireExpirationTime()
            .setMaxFutureValidityInMinutes(5)
            .build();
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** From now on this path is answered so. */
  void answer(String path, int status, String body) {
    scripted.put(path, new Answer(status, body));
  }

  /** From now on this path is accepted and never answered, until the next reset. */
  void hang(String path) {
    scripted.put(path, new Answer(HANG, ""));
  }

  /** From now on answers to this path break off after these words. */
  void cut(String path, String body) {
    scripted.put(path, new Answer(CUT, body));
  }

  /** Forgets scripts and questions, and lets hanging answers go. */
  void reset() {
    scripted.clear();
    hanging.getAndSet(new CountDownLatch(1)).countDown();
    asked.clear();
  }

  List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      if (answer.status() == HANG) {
        awaitReset();
        return;
      }
      if (answer.status() == 0) {
        return; // breaks the connection
      }
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      if (answer.status() == CUT) {
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length + MISSING);
        exchange.getResponseBody().write(body);
        exchange.getResponseBody().flush();
        return;
      }
      exchange
          .getResponseHeaders()
          .set(
              "Content-Type",
              answer.status() < 400 ? "application/json" : "application/problem+json");
      exchange.sendResponseHeaders(answer.status(), body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private void awaitReset() {
    try {
      boolean released = hanging.get().await(30, TimeUnit.SECONDS);
      assert released : "a hanging answer was never let go";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    URI uri = exchange.getRequestURI();
    String caller = exchange.getRequestHeaders().getFirst("Heard-Caller");
    String service = exchange.getRequestHeaders().getFirst("Authorization");
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    asked.add(new Asked(uri, caller, service, exchange.getRequestMethod(), body));
    boolean alone = ALONE.contains(uri.getPath());
    if (!isService(service) || (caller == null) != alone) {
      return new Answer(401, "{\"code\":\"UNAUTHENTICATED\"}");
    }
    Answer answer = scripted.get(uri.getPath());
    return answer == null ? usual(exchange.getRequestMethod(), uri, caller) : answer;
  }

  boolean isService(String authorization) {
    try {
      return authorization != null
          && serviceTokens
              .processToClaims(authorization.substring("Bearer ".length()))
              .getStringListClaimValue("groups")
              .equals(List.of("service"));
    } catch (InvalidJwtException | MalformedClaimException e) {
      return false;
    }
  }

  private static Answer usual(String method, URI uri, String caller) {
    String[] parts = uri.getPath().substring(1).split("/", -1);
    if (uri.getPath().equals("/v1/directory/status")) {
      return new Answer(200, "{\"wards\":4}");
    }
    if (uri.getPath().equals("/v1/recounts")) {
      return method.equals("POST")
          ? new Answer(202, Examples.RECOUNT)
          : new Answer(200, Examples.RECOUNTS);
    }
    if (uri.getPath().equals("/v1/reconciliation")) {
      return new Answer(200, Examples.MISMATCHES);
    }
    if (parts[1].equals("corrections") || parts[1].equals("review")) {
      return judgement(uri.getPath());
    }
    if (uri.getPath().equals("/v1/actions")) {
      return new Answer(200, Examples.ACTIONS);
    }
    if (uri.getPath().equals("/v1/statements")) {
      return new Answer(200, Examples.STATEMENTS);
    }
    if (parts[1].equals("organisations")) {
      return new Answer(200, Examples.HIDDEN_HARM);
    }
    if (uri.getPath().equals("/v1/held-accesses")) {
      return new Answer(200, Examples.HELD_ACCESSES);
    }
    if (parts.length == 2) {
      return new Answer(200, list(uri, caller));
    }
    String ward =
        WARDS.stream()
            .filter(w -> w.contains("\"id\":\"" + parts[2] + "\""))
            .findFirst()
            .orElse(null);
    if (ward == null) {
      return new Answer(404, "{\"code\":\"UNKNOWN_WARD\"}");
    }
    if (parts.length == 3) {
      return new Answer(200, ward);
    }
    if (parts[3].equals("actions")) {
      return action(method, parts);
    }
    if (parts.length == 6) {
      return parts[5].equals("dispute")
          ? new Answer(201, Examples.CORRECTION)
          : new Answer(200, Examples.TRANSLATED);
    }
    return switch (parts[3]) {
      case "counts" -> new Answer(200, Examples.COUNTS);
      case "demographics" -> new Answer(200, Examples.DEMOGRAPHICS);
      case "hidden-harm" -> new Answer(200, Examples.HIDDEN_HARM);
      case "held-comments" -> new Answer(200, Examples.HELD);
      default -> new Answer(200, Examples.COMMENTS);
    };
  }

  private static Answer judgement(String path) {
    return switch (path) {
      case "/v1/corrections" -> new Answer(200, Examples.CORRECTIONS);
      case "/v1/corrections/export" -> new Answer(200, Examples.EXPORT);
      case "/v1/review" -> new Answer(200, Examples.REVIEWS);
      case "/v1/review/quality" -> new Answer(200, Examples.QUALITY);
      default ->
          path.endsWith("/decide")
              ? new Answer(200, Examples.DECIDED)
              : new Answer(200, Examples.REVIEWED);
    };
  }

  private static Answer action(String method, String[] parts) {
    if (parts.length == 4) {
      return method.equals("POST")
          ? new Answer(201, Examples.ACTION)
          : new Answer(200, Examples.ACTIONS);
    }
    boolean summary = parts[4].equals("summary");
    return new Answer(200, summary ? Examples.ACTION_SUMMARY : Examples.ACTION);
  }

  private static String list(URI uri, String caller) {
    try {
      List<String> units = units(uri);
      JwtClaims claims =
          new JwtConsumerBuilder()
              .setSkipSignatureVerification()
              .setSkipAllValidators()
              .build()
              .processToClaims(caller);
      List<String> organisations = claims.getStringListClaimValue("organisations");
      ObjectNode page = JSON.createObjectNode();
      ArrayNode items = page.putArray("items");
      for (String text : WARDS) {
        ObjectNode ward = (ObjectNode) JSON.readTree(text);
        boolean own = organisations.contains(ward.get("organisationId").asText());
        if (own && (units == null || units.stream().anyMatch(u -> text.contains('"' + u + '"')))) {
          items.add(ward);
        }
      }
      page.put("total", items.size()).putNull("next");
      return page.toString();
    } catch (IOException | InvalidJwtException | MalformedClaimException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> units(URI uri) {
    if (uri.getQuery() == null) {
      return null;
    }
    return Arrays.stream(uri.getQuery().split("&", -1))
        .filter(p -> p.startsWith("units="))
        .map(p -> Arrays.asList(p.substring("units=".length()).split(",", -1)))
        .findFirst()
        .orElse(null);
  }

  private static String ward(String id, String site, String organisation, String division) {
    return """
        {"id":"%s","name":"Ward %s","siteId":"%s","organisationId":"%s","divisionIds":["%s"],\
        "odsCode":"ZZ%s","careSetting":"inpatient","secretOfUpstream":"never forwarded"}"""
        .formatted(id, id, site, organisation, division, site);
  }
}
