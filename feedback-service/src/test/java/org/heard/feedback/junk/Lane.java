package org.heard.feedback.junk;

import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.heard.feedback.Feedback;
import org.heard.feedback.TestTokens;
import org.heard.feedback.access.ServiceSecrets;
import org.heard.feedback.breakglass.AnswerableAlerts;
import org.heard.feedback.erasure.AnswerableHolds;
import org.heard.feedback.intake.Forms;

/** One sender on a connection of its own. */
final class Lane implements AutoCloseable {
  private static final int RIGHT_IN = 40;

  private final int number;
  private final KeepAlive connection = new KeepAlive(RestAssured.port);
  private final String kiosk = Feedback.kioskKey("W01");
  private final String revoked = revokedKey();
  private final String importer = Feedback.importerKey();

  /** A kiosk that is moved about, and sends nothing. */
  private final String device =
      Feedback.register(Map.of("name", "trolley", "kind", "kiosk", "wardId", "W01")).path("id");

  /** A browser at which cards are keyed; read once, as each path is compiled. */
  private final String deskKey;

  private final ServiceSecrets secrets;
  private final String ward;
  private final String form;
  private String lastForm;
  private Random random;
  private Junk junk;
  private String admin;
  private String handler;
  private String governance;
  private String gateway;
  private String leader;
  private String analyst;
  private UUID submission;
  private String receipt;
  private String alert;
  private String access;

  Lane(int number, ServiceSecrets secrets) {
    this.number = number;
    this.secrets = secrets;
    Map<String, String> made = Forms.ward();
    ward = made.get("id");
    form = made.get("code");
    Response clerk = Feedback.register(Map.of("name", "clerk", "kind", "kiosk", "wardId", ward));
    deskKey = clerk.path("key");
  }

  /** From here on what it sends depends on the seed. */
  void begin(long seed) {
    random = new Random(seed);
    junk = new Junk(random);
  }

  /** Sends what the next door is about: with an open alert, held, and read by somebody once. */
  void send(AnswerableHolds holds, AnswerableAlerts alerts) {
    submission = new UUID(random.nextLong(), random.nextLong());
    String document =
        Feedback.document(submission, "Nurse Folake was kind. Ring 07700 900461.")
            .replace("\"rating\"", "\"consentToPublish\": true, \"rating\"");
    receipt = Feedback.send(kiosk, document).then().statusCode(201).extract().path("receiptCode");
    holds.hold(submission);
    alert = alerts.raise(submission, "mental-health");
    access =
        Feedback.as(TestTokens.alertHandler("reader" + number, "O01", "mental-health"))
            .body(Map.of("alertId", alert, "reason", "Somebody is in danger."))
            .post("/v1/feedback/" + submission + "/raw-access")
            .then()
            .statusCode(200)
            .extract()
            .path("accessId");
  }

  /** The id of what was sent. */
  UUID submission() {
    return submission;
  }

  /** Its receipt code. */
  String receipt() {
    return receipt;
  }

  /** The alert that is open about it. */
  String alert() {
    return alert;
  }

  /** The token of the person for whom the gateway asks, empty where there is none. */
  String caller(Door.Key key) {
    return switch (key) {
      case GATEWAY_FOR_LEADER -> leader;
      case GATEWAY_FOR_ANALYST -> analyst;
      default -> "";
    };
  }

  int number() {
    return number;
  }

  /** Tokens of people last minutes. */
  void renew() {
    admin = TestTokens.admin();
    handler = TestTokens.alertHandler("handler" + number, "O01", "mental-health");
    governance = TestTokens.withRole("information-governance");
    gateway = TestTokens.gateway();
    leader = TestTokens.leader("W01");
    analyst = TestTokens.withRole("quality-analyst", "O01");
  }

  String key(Door.Key key) {
    return switch (key) {
      case NONE -> "";
      case KIOSK -> kiosk;
      case REVOKED -> revoked;
      case IMPORTER -> importer;
      case ADMIN -> admin;
      case HANDLER -> handler;
      case GOVERNANCE -> governance;
      case GATEWAY_FOR_LEADER, GATEWAY_FOR_ANALYST -> gateway;
      case DESK -> deskKey;
    };
  }

  private static String revokedKey() {
    Response kiosk =
        Feedback.register(Map.of("name", "day room", "kind", "kiosk", "wardId", "W01"));
    Feedback.as(TestTokens.admin())
        .post("/v1/devices/" + kiosk.path("id") + "/revoke")
        .then()
        .statusCode(200);
    return kiosk.path("key");
  }

  String fill(String target) {
    return target
        .replace("{lane}", String.valueOf(number))
        .replace("{device}", device)
        .replace("{submission}", String.valueOf(submission))
        .replace("{access}", String.valueOf(access))
        .replace("{form}", form);
  }

  /** Of a page opened a while ago; now and then of the one that was sent last. */
  String formToken() {
    if (lastForm == null || !junk.oneIn(5)) {
      lastForm = token("ward:" + ward);
    }
    return lastForm;
  }

  /** The same of a card. */
  String deskToken() {
    return token("desks:O01");
  }

  private String token(String place) {
    UUID id = new UUID(random.nextLong(), random.nextLong());
    return Forms.token(secrets, place, id, Duration.ofMinutes(1 + random.nextInt(300)));
  }

  /** The next request to a door; of streamed ones many come in pieces, wherever they are cut. */
  Request next(Door door) {
    Request request = whole(door);
    return request.isStreamed() && junk.oneIn(3)
        ? request.cut(junk.cuts(request.body().length))
        : request;
  }

  /** Now and then right, mostly spoilt somewhere. */
  private Request whole(Door door) {
    byte[] right = door.right(random, this).getBytes(StandardCharsets.UTF_8);
    Request request = door.request(this, right);
    // Much of what is spoilt is right still, and what is taken costs ten times what is refused.
    if (junk.oneIn(RIGHT_IN)) {
      return request;
    }
    if (junk.oneIn(40) && !request.key().isEmpty()) {
      return with(request, request.type(), request.accept(), junk.bearer(request.key()));
    }
    if (junk.oneIn(40)) {
      return with(request, junk.type(), request.accept(), request.key());
    }
    if (junk.oneIn(40) && door.speech() != Speech.PAGE) {
      return with(request, request.type(), junk.accept(), request.key());
    }
    boolean asks = request.target().contains("?");
    if (asks && junk.oneIn(20)) {
      return with(request, otherQuery(request.target()), right);
    }
    byte[] body = door.hasFields() && junk.oneIn(2) ? junk.fields(right) : junk.bytes(right);
    // What is spoilt twice may get past one check because of the other.
    boolean twice = asks && junk.oneIn(10);
    return with(request, twice ? otherQuery(request.target()) : request.target(), body);
  }

  private static Request with(Request request, String type, String accept, String key) {
    return new Request(
        request.door(),
        request.lane(),
        request.target(),
        type,
        accept,
        key,
        request.body(),
        request.cuts());
  }

  private static Request with(Request request, String target, byte[] body) {
    return new Request(
        request.door(),
        request.lane(),
        target,
        request.type(),
        request.accept(),
        request.key(),
        body,
        request.cuts());
  }

  /** The same with another value of one parameter, in octets that need not be characters. */
  private String otherQuery(String target) {
    int query = target.indexOf('?') + 1;
    String[] pairs = target.substring(query).split("&");
    int which = random.nextInt(pairs.length);
    String[] pair = pairs[which].split("=", 2);
    String right = URLDecoder.decode(pair[1], StandardCharsets.UTF_8);
    byte[] junked = junk.bytes(right.getBytes(StandardCharsets.UTF_8));
    StringBuilder value = new StringBuilder(pair[0]).append('=');
    // A request line of more than 4,096 bytes is refused before anybody reads it.
    for (int i = 0; i < Math.min(junked.length, 1000); i++) {
      value.append("%%%02X".formatted(junked[i] & 0xFF));
    }
    pairs[which] = value.toString();
    return target.substring(0, query) + String.join("&", pairs);
  }

  KeepAlive.Answer ask(Request request) throws IOException {
    return connection.ask(request);
  }

  @Override
  public void close() throws IOException {
    connection.close();
  }
}
