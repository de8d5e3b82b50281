package org.heard.suite.nemesis;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.heard.suite.proxy.TcpProxy;
import org.heard.suite.proxy.Toxic;

/** The proxies between the parts of a suite, and the faults they can bring about. */
final class Network implements AutoCloseable {
  private static final int FEEDBACK = 1;
  private static final int ANALYTICS = 2;
  private static final int POSTGRES = 4;

  /** A connection between two parts. */
  enum Path {
    CLIENT_FEEDBACK("client to feedback"),
    FEEDBACK_POSTGRES("feedback to postgres"),
    ANALYTICS_POSTGRES("analytics to postgres"),
    GATEWAY_ANALYTICS("gateway to analytics");

    private final String text;

    Path(String text) {
      this.text = text;
    }
  }

  private final TcpProxy feedback;
  private final TcpProxy feedbackDatabase;
  private final TcpProxy analyticsDatabase;
  private final TcpProxy analytics;

  /** Proxies before the ports of a suite that need not run yet. */
  Network(int portBase) {
    feedback = new TcpProxy(portBase + FEEDBACK);
    feedbackDatabase = new TcpProxy(portBase + POSTGRES);
    analyticsDatabase = new TcpProxy(portBase + POSTGRES);
    analytics = new TcpProxy(portBase + ANALYTICS);
  }

  /** Where the load client sends. */
  int feedbackPort() {
    return feedback.port();
  }

  /** What a service needs in its environment to go through its proxies. */
  List<String> settings(Victim service) {
    return switch (service) {
      case FEEDBACK -> List.of(database(feedbackDatabase, "feedback"));
      case ANALYTICS -> List.of(database(analyticsDatabase, "analytics"));
      case GATEWAY -> List.of("HEARD_UPSTREAM_ANALYTICS_URL=http://127.0.0.1:" + analytics.port());
      default -> List.of();
    };
  }

  private static String database(TcpProxy proxy, String name) {
    return "QUARKUS_DATASOURCE_JDBC_URL=jdbc:postgresql://127.0.0.1:" + proxy.port() + "/" + name;
  }

  /** A fault on a path; its measures come from {@code random}. */
  Fault fault(Path path, Toxic.Kind kind, Random random) {
    Toxic toxic =
        switch (kind) {
          case LATENCY -> Toxic.latency(Duration.ofMillis(50 + random.nextInt(400)));
          case STALL -> Toxic.stall();
          case RESET -> Toxic.resetAfter(random.nextInt(600));
          case CUT -> Toxic.cutAfter(random.nextInt(200));
          case LOSE_ANSWER -> Toxic.loseAnswer();
        };
    TcpProxy proxy = proxy(path);
    return new Fault() {
      private int before;

      @Override
      public FaultKind kind() {
        return FaultKind.valueOf(kind.name());
      }

      @Override
      public String target() {
        return path.text;
      }

      @Override
      public void begin() {
        before = proxy.felt();
        proxy.poison(toxic);
      }

      @Override
      public boolean isFelt() {
        return proxy.felt() > before;
      }

      @Override
      public void end() {
        proxy.heal();
      }
    };
  }

  private TcpProxy proxy(Path path) {
    return switch (path) {
      case CLIENT_FEEDBACK -> feedback;
      case FEEDBACK_POSTGRES -> feedbackDatabase;
      case ANALYTICS_POSTGRES -> analyticsDatabase;
      case GATEWAY_ANALYTICS -> analytics;
    };
  }

  @Override
  public void close() {
    List.of(feedback, feedbackDatabase, analyticsDatabase, analytics).forEach(TcpProxy::close);
  }
}
