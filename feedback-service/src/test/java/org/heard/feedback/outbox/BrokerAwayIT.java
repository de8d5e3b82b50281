package org.heard.feedback.outbox;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.Backends;
import org.heard.feedback.Feedback;
import org.junit.jupiter.api.Test;

/** The service whose broker is away from its start: feedback is still taken and kept. */
@QuarkusTest
@TestProfile(BrokerAwayIT.WithoutBroker.class)
class BrokerAwayIT {
  private static final Duration BOUND = Duration.ofSeconds(60);

  @Inject AgroalDataSource database;
  @Inject Relay relay;

  @Test
  void isReadyAndTakesAndKeepsFeedback() throws SQLException {
    given().get("/q/health/ready").then().statusCode(200);
    Feedback.directory();
    String key = Feedback.kioskKey("W01");
    UUID before = taken(key);
    // From here on the service knows, so that it could be led astray by it.
    await().atMost(BOUND).until(() -> relay.loops().stream().allMatch(l -> l.trouble() != null));
    given().get("/q/health/ready").then().statusCode(200);
    given().get("/q/health/live").then().statusCode(200);
    UUID after = taken(key);
    assertThat(waiting(before)).isOne();
    assertThat(waiting(after)).isOne();
  }

  private static UUID taken(String key) {
    UUID id = UUID.randomUUID();
    Feedback.send(key, Feedback.document(id, "Kind.")).then().statusCode(201);
    return id;
  }

  private int waiting(UUID submission) throws SQLException {
    try (Connection connection = database.getConnection();
        var count =
            connection.prepareStatement(
                "SELECT count(*) FROM outbox WHERE parked_at IS NULL AND subject = ?")) {
      count.setString(1, submission.toString());
      try (var row = count.executeQuery()) {
        row.next();
        return row.getInt(1);
      }
    }
  }

  /** Starts the service anew. */
  public static final class WithoutBroker implements QuarkusTestProfile {
    @Override
    public boolean disableGlobalTestResources() {
      return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
      return List.of(new TestResourceEntry(NobodyListens.class));
    }
  }

  /** The usual servers, and the address of a broker at which nobody listens. */
  public static final class NobodyListens extends Backends {
    // Bound and never listening: the port is refused, and nobody else can come to listen at it.
    private final Socket port = new Socket();

    @Override
    public Map<String, String> start() {
      try {
        port.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      Map<String, String> settings = new HashMap<>(super.start());
      settings.put("heard.kafka.bootstrap-servers", "127.0.0.1:" + port.getLocalPort());
      // The client would look for a broker for a minute before the topics are given up.
      settings.put("heard.outbox.create-topics", "false");
      settings.put("heard.outbox.max-block", "1s");
      return settings;
    }

    @Override
    public void stop() {
      try {
        port.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      } finally {
        super.stop();
      }
    }
  }
}
