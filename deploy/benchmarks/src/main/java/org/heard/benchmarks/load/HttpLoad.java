package org.heard.benchmarks.load;

import io.vertx.core.AsyncResult;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.PoolOptions;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;

/**
 * A load generator: HTTP/1.1 over kept connections, on one thread of its own (Vert.x), because it
 * shares two cores with what it measures.
 *
 * <p>Closed loop: so many users, each waiting for its answer before it asks again. Open loop: a
 * fixed schedule of arrivals, kept whatever the answers do, with latency counted from the scheduled
 * start. So a stall is in the figures of all who would have come meanwhile (no coordinated
 * omission).
 */
public final class HttpLoad implements AutoCloseable {
  /** For the report: the generator is named and counted. */
  public static final String NAME = "Vert.x 4 client, one thread, HdrHistogram";

  private static final int TICK_MILLIS = 1;
  private static final int IDLE_SECONDS = 60;

  private final Vertx vertx =
      Vertx.vertx(
          new VertxOptions()
              .setEventLoopPoolSize(1)
              .setWorkerPoolSize(1)
              .setInternalBlockingPoolSize(1));
  private final Context thread = vertx.getOrCreateContext();
  private final URI address;

  /**
   * @param address scheme, host and port of the service under load
   */
  public HttpLoad(URI address) {
    this.address = address;
  }

  /** Users who ask again as soon as they are answered; returns when the last answer is in. */
  public Answers closedLoop(Supplier<Request> requests, int users, Duration duration) {
    return new Step(requests, users, duration)
        .run(
            step -> {
              for (int user = 0; user < users; user++) {
                step.ask(System.nanoTime(), true);
              }
            });
  }

  /**
   * Arrivals on a schedule.
   *
   * @param perSecond arrivals, evenly spaced
   * @param connections beyond which an arrival waits, which counts as its latency
   */
  public Answers openLoop(
      Supplier<Request> requests, double perSecond, int connections, Duration duration) {
    return new Step(requests, connections, duration)
        .run(
            step ->
                vertx.setPeriodic(
                    TICK_MILLIS,
                    timer -> {
                      if (!step.arrive(perSecond)) {
                        vertx.cancelTimer(timer);
                        step.endIfIdle();
                      }
                    }));
  }

  @Override
  public void close() {
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  /** One step of a load; all of it happens on the one thread. */
  private final class Step {
    private final Supplier<Request> requests;
    private final HttpClient client;
    private final Duration duration;
    private final Answers answers;
    private final CompletableFuture<Answers> done = new CompletableFuture<>();
    private long start;
    private long end;
    private long arrived;
    private int inFlight;

    Step(Supplier<Request> requests, int connections, Duration duration) {
      this.requests = requests;
      this.duration = duration;
      this.answers = new Answers(duration);
      this.client =
          vertx
              .httpClientBuilder()
              .with(
                  new HttpClientOptions()
                      .setDefaultHost(address.getHost())
                      .setDefaultPort(address.getPort())
                      .setIdleTimeout(IDLE_SECONDS))
              .with(new PoolOptions().setHttp1MaxSize(connections))
              .build();
    }

    Answers run(java.util.function.Consumer<Step> begin) {
      thread.runOnContext(
          go -> {
            start = System.nanoTime();
            end = start + duration.toNanos();
            begin.accept(this);
          });
      Answers all = done.join();
      client.close();
      return all;
    }

    /** Makes the requests that are due; false once the schedule is over. */
    boolean arrive(double perSecond) {
      long now = System.nanoTime();
      long due = (long) ((Math.min(now, end) - start) / 1e9 * perSecond);
      for (; arrived < due; arrived++) {
        ask(start + (long) (arrived / perSecond * 1e9), false);
      }
      return now < end;
    }

    void ask(long intended, boolean again) {
      inFlight++;
      Request request = requests.get();
      client
          .request(request.options())
          .compose(ready -> ready.send(request.body()))
          .compose(answer -> answer.end().map(answer.statusCode()))
          .onComplete(answer -> answered(request, answer, intended, again));
    }

    private void answered(
        Request request, AsyncResult<Integer> answer, long intended, boolean again) {
      inFlight--;
      long now = System.nanoTime();
      if (answer.failed()) {
        answers.unanswered(now - intended);
      } else {
        answers.answered(answer.result(), now - intended, now < end);
        if (answer.result() / 100 == 2) {
          request.acknowledged().incrementAndGet();
        }
      }
      if (again && now < end) {
        ask(System.nanoTime(), true);
      } else {
        endIfIdle();
      }
    }

    void endIfIdle() {
      if (inFlight == 0 && System.nanoTime() >= end) {
        done.complete(answers);
      }
    }
  }
}
