package org.heard.local.suite;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.heard.local.directory.DemoDirectory;
import org.heard.local.identity.Bearer;
import org.heard.local.identity.Identity;
import org.heard.local.identity.KeycloakSecrets;
import org.heard.local.identity.LocalIdentity;
import org.heard.local.run.CommandFailure;
import org.heard.local.run.JsonHttp;
import org.heard.local.run.Ports;
import org.heard.local.run.RunFile;

/**
 * PostgreSQL, Kafka, Keycloak and the three services: started in order, kept running, stopped in
 * order. Keycloak starts beside the others; without it the services start and refuse.
 */
final class Suite {

  /** A first start on a slow disk; usually seconds. */
  private static final Duration READY = Duration.ofMinutes(3);

  /**
   * Keycloak is built when it starts for the first time: what its own bounds allow, and a little.
   */
  private static final Duration KEYCLOAK = Duration.ofMinutes(9);

  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(100);
  private static final Duration BETWEEN_REPORTS = Duration.ofSeconds(10);

  private final DataFolder data;
  private final Ports ports;
  private final Screen screen;
  private final boolean withKeycloak;
  private final Duration startTimeout;
  private final CountDownLatch stopping = new CountDownLatch(1);
  private final Health health = new Health();
  private final List<Supervised> services = new ArrayList<>();
  private Supervised postgres;
  private Supervised kafka;
  private Supervised keycloak;
  private volatile Thread keycloakStart;

  Suite(DataFolder data, Ports ports, boolean withKeycloak, Screen screen, Duration startTimeout) {
    this.data = data;
    this.ports = ports;
    this.withKeycloak = withKeycloak;
    this.screen = screen;
    this.startTimeout = startTimeout;
  }

  /** Starts everything and returns when every service says that it is ready. */
  void start() throws Exception {
    makeSecrets();
    Backends backends = new Backends(data, ports);
    CompletableFuture<Void> provider = beginKeycloak(backends);
    postgres = child("PostgreSQL", "postgres", backends::postgres);
    kafka = child("Kafka", "kafka", backends::kafka);
    screen.step("Starting PostgreSQL and Kafka ...");
    CompletableFuture<Void> broker = begin(kafka);
    joined(begin(postgres));
    Services settings = new Services(data, ports, withKeycloak);
    for (Service service : settings.all()) {
      synchronized (services) {
        services.add(
            child(
                service.name(), service.name(), () -> service.start(RunFile.root(), data, health)));
      }
    }
    // They start without the broker, and look for it until it is there.
    screen.step("Starting feedback, analytics and gateway ...");
    begin(services);
    joined(broker);
    Service feedback = settings.feedback();
    await("feedback", () -> health.isLive(feedback));
    await("Keycloak", provider::isDone, KEYCLOAK);
    joined(provider);
    applyDirectory(feedback);
    for (Service service : settings.all()) {
      await(service.name(), () -> health.isReady(service));
      screen.step("Ready: " + service.name() + " at " + service.address());
    }
    runFile().write();
  }

  /** Blocks until the suite is told to stop. */
  void awaitStop() throws InterruptedException {
    stopping.await();
  }

  /** Whether it was told to stop. */
  boolean isStopping() {
    return stopping.getCount() == 0;
  }

  /** Stops everything that was started: first who writes, last what is written to. */
  void stop() {
    stopping.countDown();
    try {
      Files.deleteIfExists(RunFile.path(ports));
    } catch (IOException e) {
      screen.step("Not deleted: the run file: " + e.getMessage());
    }
    List<Supervised> started;
    synchronized (services) {
      started = List.copyOf(services);
    }
    CompletableFuture.allOf(
            started.stream()
                .map(service -> inBackground("stop-" + service.name(), service::stop))
                .toArray(CompletableFuture<?>[]::new))
        .join();
    Thread starting = keycloakStart;
    if (starting != null) {
      // Its first start takes half a minute, which nobody who stops wants to wait for.
      starting.interrupt();
    }
    for (Supervised backend : new Supervised[] {keycloak, kafka, postgres}) {
      if (backend != null) {
        backend.interrupt();
        backend.stop();
      }
    }
  }

  RunFile runFile() {
    String host = "127.0.0.1:";
    return new RunFile(
        ports.base(),
        withKeycloak ? "keycloak" : "local",
        "http://" + host + ports.gateway(),
        "http://" + host + ports.feedback(),
        "http://" + host + ports.analytics(),
        host + ports.postgres(),
        host + ports.kafka(),
        withKeycloak ? ports.keycloakAddress() : null,
        data.identity().toString(),
        data.path().toString(),
        ProcessHandle.current().pid());
  }

  private void makeSecrets() throws IOException {
    if (withKeycloak) {
      new KeycloakSecrets(data.identity()).create();
    } else {
      new LocalIdentity(data.identity()).create();
    }
  }

  // Done when Keycloak answers.
  private CompletableFuture<Void> beginKeycloak(Backends backends) throws IOException {
    if (!withKeycloak) {
      return CompletableFuture.completedFuture(null);
    }
    keycloak = child("Keycloak", "keycloak", backends::keycloak);
    screen.step("Starting Keycloak (it takes longer the first time) ...");
    return inBackground(
        "start-Keycloak",
        () -> {
          keycloakStart = Thread.currentThread();
          beginNow(keycloak);
          keycloakStart = null;
        });
  }

  private Supervised child(String name, String log, Supervised.Start start) throws IOException {
    data.rotateLog(log);
    return new Supervised(name, start, stopping, screen, startTimeout);
  }

  private void begin(List<Supervised> children) {
    joined(
        CompletableFuture.allOf(
            children.stream().map(this::begin).toArray(CompletableFuture<?>[]::new)));
  }

  private void joined(CompletableFuture<?> work) {
    try {
      work.join();
    } catch (CompletionException e) {
      throw isStopping() ? stopped() : CommandFailure.failed(e.getCause().getMessage());
    }
    if (isStopping()) {
      throw stopped();
    }
  }

  private static CommandFailure stopped() {
    return CommandFailure.failed("Stopped before the suite was ready.");
  }

  private CompletableFuture<Void> begin(Supervised child) {
    return inBackground("start-" + child.name(), () -> beginNow(child));
  }

  private void beginNow(Supervised child) {
    try {
      child.begin();
    } catch (Exception e) {
      throw new CompletionException(e);
    }
    if (stopping.getCount() > 0) {
      screen.step("Started: " + child.name() + " (pid " + child.pid() + ")");
    }
  }

  // A thread each, daemons: a start that hangs must not keep us from ending.
  private static CompletableFuture<Void> inBackground(String name, Runnable work) {
    return CompletableFuture.runAsync(
        work,
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          thread.start();
        });
  }

  private void applyDirectory(Service feedback) {
    String token = Identity.of(runFile()).token(Bearer.admin(DemoDirectory.ORGANISATION));
    JsonHttp http = new JsonHttp(feedback.address(), token);
    String[] problem = {null};
    try {
      await(
          "the directory",
          () -> {
            try {
              DemoDirectory.apply(http);
              return true;
            } catch (IOException e) {
              problem[0] = e.getMessage();
              return false;
            }
          });
    } catch (CommandFailure e) {
      throw CommandFailure.failed(e.getMessage() + " Last: " + problem[0]);
    }
    screen.step("Directory applied: " + DemoDirectory.WARDS + " wards");
  }

  private void await(String what, BooleanSupplier condition) {
    await(what, condition, READY);
  }

  private void await(String what, BooleanSupplier condition, Duration bound) {
    long start = System.nanoTime();
    long report = start + BETWEEN_REPORTS.toNanos();
    while (!condition.getAsBoolean()) {
      long now = System.nanoTime();
      if (now - start > bound.toNanos()) {
        throw CommandFailure.failed(
            "Gave up waiting for %s; its log is in %s.".formatted(what, data.log("x").getParent()));
      }
      if (now > report) {
        screen.step("Waiting for " + what + " ...");
        report = now + BETWEEN_REPORTS.toNanos();
      }
      if (stoppingWithin(BETWEEN_QUESTIONS)) {
        throw stopped();
      }
    }
  }

  private boolean stoppingWithin(Duration wait) {
    try {
      return stopping.await(wait.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
