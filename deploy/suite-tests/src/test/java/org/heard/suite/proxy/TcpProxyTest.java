package org.heard.suite.proxy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a server that answers ten bytes with the same ten bytes. */
class TcpProxyTest {
  private static final Duration BOUND = Duration.ofSeconds(10);
  private static final byte[] MESSAGE = "0123456789".getBytes(StandardCharsets.US_ASCII);

  private final AtomicInteger received = new AtomicInteger();
  private ServerSocket server;
  private TcpProxy proxy;

  @BeforeEach
  void start() throws IOException {
    server = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    Thread thread = new Thread(this::serve);
    thread.setDaemon(true);
    thread.start();
    proxy = new TcpProxy(server.getLocalPort());
  }

  @AfterEach
  void stop() throws IOException {
    proxy.close();
    server.close();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        byte[] message = socket.getInputStream().readNBytes(MESSAGE.length);
        received.addAndGet(message.length);
        if (message.length == MESSAGE.length) {
          socket.getOutputStream().write(message);
        }
      } catch (IOException broken) {
        // The next connection.
      }
    }
  }

  private byte[] exchange() throws IOException {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      socket.getOutputStream().write(MESSAGE);
      InputStream answer = socket.getInputStream();
      return answer.readAllBytes();
    }
  }

  @Test
  void passesEverythingOnWhileAllIsWell() throws IOException {
    assertThat(exchange()).isEqualTo(MESSAGE);
    proxy.poison(Toxic.loseAnswer());
    proxy.heal();
    assertThat(exchange()).isEqualTo(MESSAGE);
  }

  @Test
  void losesTheAnswerToARequestThatArrived() {
    proxy.poison(Toxic.loseAnswer());
    assertThatThrownBy(this::exchange).isInstanceOf(SocketException.class);
    await().atMost(BOUND).until(() -> received.get() == MESSAGE.length);
  }

  @Test
  void cutsAnAnswerInItsMiddle() throws IOException {
    proxy.poison(Toxic.cutAfter(4));
    assertThat(exchange()).hasSize(4);
  }

  @Test
  void resetsInTheMiddleOfARequest() {
    proxy.poison(Toxic.resetAfter(3));
    assertThatThrownBy(this::exchange).isInstanceOf(SocketException.class);
    assertThat(received.get()).isLessThan(MESSAGE.length);
  }

  @Test
  void holdsEverythingBackDuringAStallAndDeliversItAfterwards() throws Exception {
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
      proxy.poison(Toxic.stall());
      socket.getOutputStream().write(MESSAGE);
      await().atMost(BOUND).until(() -> proxy.held() > 0);
      assertThat(received.get()).isZero();
      proxy.heal();
      assertThat(socket.getInputStream().readAllBytes()).isEqualTo(MESSAGE);
    }
  }

  @Test
  void deliversLateUnderLatency() throws Exception {
    Duration delay = Duration.ofMillis(200);
    proxy.poison(Toxic.latency(delay));
    long began = System.nanoTime();
    assertThat(exchange()).isEqualTo(MESSAGE);
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThan(delay);
  }
}
