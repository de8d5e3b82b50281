package org.heard.gateway.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/**
 * feedback-service as the gateway sees it: refuses a request without both tokens, remembers the
 * others, has seven facts of every ward-day, knows no names unless it is told some and redacts
 * every text alike.
 */
final class FakeFeedback implements AutoCloseable {
  private static final Answer USUAL = new Answer(202, "{\"events\":7,\"secretOfUpstream\":1}");

  private static final Answer REDACTED =
      new Answer(200, "{\"text\":\"[STAFF-1] was kind.\",\"secretOfUpstream\":1}");

  private static final Answer NAMELESS = new Answer(200, "[]");

  private final HttpServer server;
  private final Predicate<String> isService;
  private final List<Asked> asked = new CopyOnWriteArrayList<>();
  private volatile Answer answer = USUAL;
  private volatile Answer names = NAMELESS;
  private volatile Answer redacted = REDACTED;

  record Answer(int status, String body) {}

  record Asked(String request, String caller, String body) {}

  FakeFeedback(Predicate<String> isService) {
    this.isService = isService;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::handle);
    server.start();
  }

  URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort());
  }

  /** From now on everything is answered so. */
  void answer(int status, String body) {
    answer = new Answer(status, body);
  }

  /** From now on questions for names are answered so; 0 breaks the connection. */
  void names(int status, String body) {
    names = new Answer(status, body);
  }

  /** From now on texts to be redacted are answered so; 0 breaks the connection. */
  void redacted(int status, String body) {
    redacted = new Answer(status, body);
  }

  void reset() {
    redacted = REDACTED;
    answer = USUAL;
    names = NAMELESS;
    asked.clear();
  }

  List<Asked> asked() {
    return asked;
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private Answer answer(String path) {
    return switch (path) {
      case "/v1/staff-names" -> names;
      case "/v1/redact" -> redacted;
      default -> answer;
    };
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      String caller = exchange.getRequestHeaders().getFirst("Heard-Caller");
      String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
      asked.add(
          new Asked(exchange.getRequestMethod() + " " + exchange.getRequestURI(), caller, body));
      String service = exchange.getRequestHeaders().getFirst("Authorization");
      Answer now =
          caller == null || !isService.test(service)
              ? new Answer(401, "{\"code\":\"UNAUTHORIZED\"}")
              : answer(exchange.getRequestURI().getPath());
      if (now.status() == 0) {
        return;
      }
      byte[] bytes = now.body().getBytes(StandardCharsets.UTF_8);
      exchange
          .getResponseHeaders()
          .set(
              "Content-Type", now.status() < 400 ? "application/json" : "application/problem+json");
      exchange.sendResponseHeaders(now.status(), bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }
}
