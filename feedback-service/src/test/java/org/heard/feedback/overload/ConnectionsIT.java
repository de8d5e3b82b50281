package org.heard.feedback.overload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import io.restassured.RestAssured;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.heard.feedback.Backends;
import org.junit.jupiter.api.Test;

/** Connections beyond as many as there may be are ended as they come. */
@QuarkusTest
@QuarkusTestResource(Backends.class)
@TestProfile(ConnectionsIT.Few.class)
class ConnectionsIT {
  private static final Duration BOUND = Duration.ofSeconds(30);
  private static final int MOST = 3;

  public static class Few implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of("quarkus.http.limits.max-connections", String.valueOf(MOST));
    }
  }

  @Test
  void oneTooManyIsRefusedAndAnotherServedOnceOneHasGone() throws IOException {
    List<Socket> open = new ArrayList<>();
    try {
      for (int i = 0; i < MOST; i++) {
        open.add(connect());
        assertThat(isServed(open.get(i))).isTrue();
      }
      try (Socket tooMany = connect()) {
        assertThat(isServed(tooMany)).isFalse();
      }
      for (Socket each : open) {
        assertThat(isServed(each)).as("goes on").isTrue();
      }
      open.remove(0).close();
      await().atMost(BOUND).until(ConnectionsIT::anotherIsServed);
    } finally {
      for (Socket each : open) {
        each.close();
      }
    }
  }

  private static boolean anotherIsServed() throws IOException {
    try (Socket another = connect()) {
      return isServed(another);
    }
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket("localhost", RestAssured.port);
    socket.setSoTimeout((int) BOUND.toMillis());
    return socket;
  }

  /** Asks on a connection that stays open; false if it is ended instead. */
  private static boolean isServed(Socket socket) throws IOException {
    try {
      socket
          .getOutputStream()
          .write(
              "GET /q/health/live HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      String head = head(socket.getInputStream());
      if (head.isEmpty()) {
        return false;
      }
      assertThat(head).startsWith("HTTP/1.1 200 ");
      int length = Integer.parseInt(head.replaceAll("(?is).*content-length: *(\\d+).*", "$1"));
      assertThat(socket.getInputStream().readNBytes(length)).hasSize(length);
      return true;
    } catch (SocketException ended) {
      return false;
    }
  }

  /** To the empty line; empty if nothing comes. */
  private static String head(InputStream answer) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int next = answer.read();
    while (next >= 0) {
      head.write(next);
      if (head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
        break;
      }
      next = answer.read();
    }
    return head.toString(StandardCharsets.US_ASCII);
  }
}
