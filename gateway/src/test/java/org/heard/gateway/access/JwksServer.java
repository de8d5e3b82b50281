package org.heard.gateway.access;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;

/** The key endpoint of an identity provider that can be away and come back on the same port. */
public final class JwksServer implements AutoCloseable {
  private final AtomicInteger asked = new AtomicInteger();
  private final int port;
  private volatile String document = "";
  private HttpServer server;

  /** Present from the start, with nothing to say yet. */
  public JwksServer() throws IOException {
    start(0);
    port = server.getAddress().getPort();
  }

  /** Where it listens, or would. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + port + "/keys");
  }

  /** What it answers from now on. */
  public void answer(String jwks) {
    document = jwks;
  }

  /** How often it was asked. */
  public int asked() {
    return asked.get();
  }

  /** Nobody listens from now on. */
  public void goAway() {
    if (server != null) {
      server.stop(0);
      server = null;
    }
  }

  /** Listens again. */
  public void comeBack() throws IOException {
    start(port);
  }

  @Override
  public void close() {
    goAway();
  }

  private void start(int wanted) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), 0);
    server.createContext(
        "/keys",
        exchange -> {
          asked.incrementAndGet();
          byte[] body = document.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, body.length);
          exchange.getResponseBody().write(body);
          exchange.close();
        });
    server.start();
  }
}
