package org.heard.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;

/** Ports of the loopback address. */
public final class FreePort {

  private FreePort() {}

  /** A port nobody listens on at this moment. */
  public static int any() {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether a server could listen on {@code port} of 127.0.0.1 now. */
  public static boolean isFree(int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** 0 becomes a free port; a given one is waited for, since a dying server may still hold it. */
  static int claim(int port, Duration patience) {
    if (port == 0) {
      return any();
    }
    if (!Wait.until(() -> isFree(port), patience)) {
      throw new EmbeddedServerException("Port " + port + " of 127.0.0.1 is in use.");
    }
    return port;
  }
}
