package org.heard.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A suite started with deploy/up on ports of its own, and what its users ask of it. */
public final class RunningSuite implements AutoCloseable {
  public static final Duration READY_BOUND = Duration.ofMinutes(3);

  /** Ample for a first start with Keycloak on a busy machine. */
  private static final Duration START_BOUND = Duration.ofMinutes(6);

  public static final Duration SECONDS_LATER = Duration.ofSeconds(60);

  private static final int FIRST_BASE = 21_000;
  private static final int PORTS = 20;
  private static final int BASES = 200;

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process up;
  private final int portBase;
  private final Path log;
  private final Path data;
  private final Launcher launcher;

  private RunningSuite(Process up, int portBase, Path log, Path data, Launcher launcher) {
    this.up = up;
    this.data = data;
    this.launcher = launcher;
    this.portBase = portBase;
    this.log = log;
  }

  /** Starts a suite on the data in {@code data} and waits until its commands work. */
  public static RunningSuite start(Path data) {
    return start(data, Map.of());
  }

  /** The same with demo feedback, which it may still be loading. */
  static RunningSuite startWithDemo(Path data) {
    return start(data, freePortBase(), Launcher.CHECKOUT, Map.of(), "--no-keycloak");
  }

  /** The same as {@link #start(Path)} with its identity provider. */
  static RunningSuite startWithKeycloak(Path data) {
    return start(data, freePortBase(), Launcher.CHECKOUT, Map.of(), "--empty");
  }

  /** The same as {@link #start(Path)} with settings of the services of its own, by variable. */
  static RunningSuite start(Path data, Map<String, String> settings) {
    return start(data, freePortBase(), Launcher.CHECKOUT, settings, "--empty", "--no-keycloak");
  }

  /** The same as {@link #start(Path)} on given ports and in a way of its own. */
  public static RunningSuite start(Path data, int portBase, Launcher launcher) {
    return start(data, portBase, launcher, Map.of(), "--empty", "--no-keycloak");
  }

  private static RunningSuite start(
      Path data, int portBase, Launcher launcher, Map<String, String> settings, String... options) {
    try {
      Path log = Files.createTempFile("heard-up", ".log");
      ProcessBuilder command =
          launcher
              .builder(
                  "up",
                  Stream.concat(
                          Stream.of(options),
                          Stream.of("--data", data.toString(), "--port-base", portBase + ""))
                      .toArray(String[]::new))
              .redirectErrorStream(true)
              .redirectOutput(log.toFile());
      command.environment().putAll(settings);
      Process up = command.start();
      up.getOutputStream().close();
      RunningSuite suite = new RunningSuite(up, portBase, log, data, launcher);
      suite.awaitReady();
      return suite;
    } catch (IOException broken) {
      throw new AssertionError("deploy/up could not be started", broken);
    }
  }

  private void awaitReady() throws IOException {
    try {
      await().atMost(START_BOUND).until(() -> !up.isAlive() || isReady());
    } finally {
      if (!up.isAlive() || !isReady()) {
        close();
      }
    }
    assertThat(up.isAlive()).as(() -> "up ended: " + said()).isTrue();
  }

  /**
   * Whether this {@code up} has written its run file: one that was killed leaves its own behind.
   */
  private boolean isReady() {
    try {
      return Files.exists(runFile())
          && parse(Files.readString(runFile())).path("pid").asLong() == up.pid();
    } catch (IOException replacedMeanwhile) {
      return false;
    }
  }

  /** Where {@code up} says how to reach it. */
  public Path runFile() {
    return launcher.root().resolve(".heard/run/" + portBase + ".json");
  }

  /** All that {@code up} has printed so far. */
  public String said() {
    try {
      return Files.readString(log);
    } catch (IOException gone) {
      return gone.toString();
    }
  }

  /** The process of {@code up}. */
  public Process process() {
    return up;
  }

  /** The first of its ports. */
  public String portBase() {
    return Integer.toString(portBase);
  }

  /** A token from deploy/token. */
  public String token(String... roleAndOptions) {
    return printed("token", roleAndOptions);
  }

  /** A key from deploy/device. */
  public String device(String name, String ward, String... options) {
    return printed(
        "device",
        Stream.concat(Stream.of(name, "--ward", ward), Stream.of(options)).toArray(String[]::new));
  }

  private String printed(String command, String... arguments) {
    Command.Result result = Command.run(command, launcher.builder(command, withPort(arguments)));
    assertThat(result.exit()).as(result::errors).isZero();
    return result.out();
  }

  /**
   * A path below the data folder as {@code up} sees it, which may have mounts of its own there.
   *
   * @param path relative to the data folder
   */
  public Path data(String path) {
    Path seen = data.toAbsolutePath().resolve(path);
    Path inside = Path.of("/proc", Long.toString(up.pid()), "root");
    return Files.exists(inside) ? inside.resolve(Path.of("/").relativize(seen)) : seen;
  }

  /** A port of this suite, counted from its base. */
  public int port(int offset) {
    return portBase + offset;
  }

  /** {@code arguments} and the port base of this suite. */
  public String[] withPort(String... arguments) {
    return Stream.concat(Stream.of(arguments), Stream.of("--port-base", portBase()))
        .toArray(String[]::new);
  }

  /** GET from the gateway's API; must be answered 200. */
  public JsonNode gateway(String path, String token) {
    HttpResponse<String> answer = get(portBase, "/api/v1" + path, token);
    assertThat(answer.statusCode()).as(answer::body).isEqualTo(200);
    return parse(answer.body());
  }

  /** GET from the gateway, whatever the answer. */
  public HttpResponse<String> tryGateway(String path, String token) {
    return get(portBase, path, token);
  }

  /** The metrics on a management port, counted from the base. */
  public String metrics(int offset) {
    return get(port(offset), "/q/metrics", null).body();
  }

  /** POST to feedback-service. */
  public HttpResponse<String> feedback(String path, String bearer, String body) {
    return send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + (portBase + 1) + path))
            .header("Content-Type", "application/json")
            .header("Authorization", "Bearer " + bearer)
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /**
   * Whatever is answered to a request.
   *
   * @param port counted from the base
   * @param bearer null for none
   * @param type of the body; null for a request without one
   */
  public HttpResponse<String> ask(
      int port, String method, String path, String bearer, String type, String body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port(port) + path))
            .method(
                method,
                type == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (bearer != null) {
      request.header("Authorization", "Bearer " + bearer);
    }
    if (type != null) {
      request.header("Content-Type", type);
    }
    return send(request);
  }

  /** The code of each ward's form. */
  public Map<String, String> formCodes(String admin) {
    Map<String, String> codes = new HashMap<>();
    for (JsonNode ward : parse(get(port(1), "/v1/directory/wards", admin).body()).get("items")) {
      codes.put(ward.get("id").asText(), ward.get("formCode").asText());
    }
    return codes;
  }

  private static HttpResponse<String> get(int port, String path, String token) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return send(request);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(
          request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
    } catch (IOException broken) {
      throw new AssertionError("no answer", broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
  }

  /** A JSON document. */
  public static JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (IOException malformed) {
      throw new AssertionError("not JSON", malformed);
    }
  }

  /** Submissions of a ward over the last 13 weeks, as its leader sees them. */
  public int submissions(String ward) {
    JsonNode insights =
        gateway("/wards/" + ward + "/insights", token("ward-leader", "--units", ward));
    int sum = 0;
    for (JsonNode period : insights.get("periods")) {
      sum += period.get("submissions").asInt();
    }
    return sum;
  }

  /** The one process in whose command line {@code module} stands, below this suite's {@code up}. */
  public ProcessHandle service(String module) {
    List<ProcessHandle> found =
        up.descendants()
            .filter(process -> process.info().commandLine().orElse("").contains(module))
            .toList();
    assertThat(found).as(module).hasSize(1);
    return found.get(0);
  }

  /** Stops as a person would, with SIGTERM to {@code up}. */
  public int stop() {
    up.destroy();
    return exit();
  }

  /** The exit value of one that was told to stop. */
  int exit() {
    try {
      assertThat(up.waitFor(60, TimeUnit.SECONDS)).as("stopped within a minute").isTrue();
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new AssertionError(stopped);
    }
    return up.exitValue();
  }

  @Override
  public void close() {
    if (up.isAlive()) {
      stop();
    }
  }

  /** A base of 20 ports that are free now; two checkouts on one machine begin to look elsewhere. */
  public static int freePortBase() {
    int begin = new Random().nextInt(BASES);
    return IntStream.range(0, BASES)
        .map(i -> FIRST_BASE + (begin + i) % BASES * PORTS)
        .filter(base -> IntStream.range(base, base + PORTS).allMatch(RunningSuite::isFree))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no free ports"));
  }

  private static boolean isFree(int port) {
    try (ServerSocket probe = new ServerSocket(port)) {
      return probe.isBound();
    } catch (IOException taken) {
      return false;
    }
  }
}
