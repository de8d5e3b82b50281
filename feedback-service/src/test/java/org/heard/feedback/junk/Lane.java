package org.heard.feedback.junk;

import io.restassured.RestAssured;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Random;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;

/** One sender on a connection of its own. */
final class Lane implements AutoCloseable {
  private final int number;
  private final KeepAlive connection = new KeepAlive(RestAssured.port);
  private final String kiosk = Feedback.kioskKey("W01");
  private final String importer = Feedback.importerKey();

  /** A kiosk that is moved about, and sends nothing. */
  private final String device =
      Feedback.register(Map.of("name", "trolley", "kind", "kiosk", "wardId", "W01")).path("id");

  private Random random;
  private Junk junk;
  private String admin;

  Lane(int number) {
    this.number = number;
  }

  /** From here on what it sends depends on the seed. */
  void begin(long seed) {
    random = new Random(seed);
    junk = new Junk(random);
  }

  int number() {
    return number;
  }

  /** Tokens of people last minutes. */
  void renew() {
    admin = TestTokens.admin();
  }

  String bearer(Door.Key key) {
    return switch (key) {
      case NONE -> "";
      case KIOSK -> kiosk;
      case IMPORTER -> importer;
      case ADMIN -> admin;
    };
  }

  String fill(String target) {
    return target.replace("{lane}", String.valueOf(number)).replace("{device}", device);
  }

  /** The next request to a door: now and then right, mostly spoilt somewhere. */
  Request next(Door door) {
    byte[] right = door.right(random, this).getBytes(StandardCharsets.UTF_8);
    Request request = door.request(this, right);
    if (junk.oneIn(10)) {
      return request;
    }
    if (junk.oneIn(40) && !request.bearer().isEmpty()) {
      return with(request, request.target(), request.type(), junk.bearer(request.bearer()), right);
    }
    if (junk.oneIn(40)) {
      return with(request, request.target(), junk.type(), request.bearer(), right);
    }
    if (junk.oneIn(20) && request.target().contains("?")) {
      return with(request, otherQuery(request.target()), request.type(), request.bearer(), right);
    }
    byte[] body = door.hasFields() && junk.oneIn(2) ? junk.fields(right) : junk.bytes(right);
    return with(request, request.target(), request.type(), request.bearer(), body);
  }

  private static Request with(
      Request request, String target, String type, String bearer, byte[] body) {
    return new Request(request.method(), target, type, bearer, body);
  }

  private String otherQuery(String target) {
    int at = target.indexOf('=', target.indexOf('?')) + 1;
    int value = junk.oneIn(2) ? at : target.lastIndexOf("=") + 1;
    byte[] junked = junk.bytes(target.substring(value).getBytes(StandardCharsets.UTF_8));
    // A request line of more than 4,096 bytes is refused before anybody reads it.
    String text = new String(junked, 0, Math.min(junked.length, 1000), StandardCharsets.UTF_8);
    return target.substring(0, value) + URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  KeepAlive.Answer ask(Request request) throws IOException {
    return connection.ask(request);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
