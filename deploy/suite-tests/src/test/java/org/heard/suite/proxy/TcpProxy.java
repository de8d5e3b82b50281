package org.heard.suite.proxy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Stands between a client and a server on this machine and does to their connections what a bad
 * network does. The server need not be there yet: each connection is made anew.
 */
public final class TcpProxy implements AutoCloseable {
  private static final int BUFFER = 16 * 1024;
  private static final int CONNECT_MILLIS = 5_000;

  private final ServerSocket listener;
  private final int target;
  private final Set<Link> links = ConcurrentHashMap.newKeySet();
  private final Object change = new Object();
  private Toxic toxic;
  private boolean closed;
  private int held;
  private int felt;

  /** A proxy on a free port in front of {@code target}, also a port of this machine. */
  public TcpProxy(int target) {
    this.target = target;
    try {
      listener = new ServerSocket(0, 128, InetAddress.getLoopbackAddress());
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    daemon("proxy-" + target, this::accept);
  }

  /** The port that clients connect to. */
  public int port() {
    return listener.getLocalPort();
  }

  /** From now on every connection suffers from this. */
  public void poison(Toxic fault) {
    synchronized (change) {
      toxic = fault;
    }
  }

  /** From now on all is well again; what was stalled flows. */
  public void heal() {
    synchronized (change) {
      toxic = null;
      change.notifyAll();
    }
  }

  /** How many pieces, of all connections, are held back by a stall. */
  public int held() {
    synchronized (change) {
      return held;
    }
  }

  /** How many pieces have been late, held back or cut so far. */
  public int felt() {
    synchronized (change) {
      return felt;
    }
  }

  @Override
  public void close() {
    synchronized (change) {
      closed = true;
      change.notifyAll();
    }
    quietly(listener);
    links.forEach(link -> link.end(true));
  }

  private void accept() {
    while (!listener.isClosed()) {
      try {
        Link link = new Link(listener.accept());
        links.add(link);
        daemon("proxy-request-" + target, link::begin);
      } catch (IOException closing) {
        // The next turn sees whether it was our own end.
      }
    }
  }

  /** Waits out a stall, or the lateness of a piece; the toxic that is in force afterwards. */
  private Toxic inForce() throws IOException {
    synchronized (change) {
      long due =
          toxic != null && toxic.is(Toxic.Kind.LATENCY)
              ? System.nanoTime() + toxic.delay().toNanos()
              : System.nanoTime();
      if (toxic != null && (toxic.is(Toxic.Kind.LATENCY) || toxic.is(Toxic.Kind.STALL))) {
        felt++;
      }
      try {
        while (!closed && toxic != null) {
          long left = (due - System.nanoTime()) / 1_000_000;
          if (toxic.is(Toxic.Kind.STALL)) {
            held++;
            change.wait();
            held--;
          } else if (left > 0) {
            change.wait(left);
          } else {
            break;
          }
        }
      } catch (InterruptedException stopped) {
        Thread.currentThread().interrupt();
        throw new IOException(stopped);
      }
      return toxic;
    }
  }

  /** One connection through the proxy: two directions, ended together. */
  private final class Link {
    private final Socket client;
    private final Socket server = new Socket();
    private final AtomicBoolean ended = new AtomicBoolean();

    private Link(Socket client) {
      this.client = client;
    }

    private void begin() {
      try {
        inForce();
        server.connect(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), target), CONNECT_MILLIS);
        server.setTcpNoDelay(true);
        client.setTcpNoDelay(true);
        daemon("proxy-answer-" + target, () -> pump(server, client, this::answer));
        pump(client, server, this::request);
      } catch (IOException away) {
        end(true);
      }
    }

    private void pump(Socket from, Socket to, Rule rule) {
      byte[] buffer = new byte[BUFFER];
      try {
        InputStream in = from.getInputStream();
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
          Toxic fault = inForce();
          int passed = rule.passes(fault, read);
          to.getOutputStream().write(buffer, 0, passed);
          to.getOutputStream().flush();
          if (passed < read) {
            synchronized (change) {
              felt++;
            }
            end(!fault.is(Toxic.Kind.CUT));
            return;
          }
        }
        to.shutdownOutput();
        if (ended.getAndSet(true)) {
          end(false);
        }
      } catch (IOException broken) {
        end(true);
      }
    }

    private int request(Toxic fault, int read) {
      return fault != null && fault.is(Toxic.Kind.RESET) ? Math.min(fault.bytes(), read - 1) : read;
    }

    private int answer(Toxic fault, int read) {
      if (fault != null && fault.is(Toxic.Kind.LOSE_ANSWER)) {
        return 0;
      }
      return fault != null && fault.is(Toxic.Kind.CUT) ? Math.min(fault.bytes(), read - 1) : read;
    }

    /** Ends the connection for both at once: in order, or with a reset. */
    private void end(boolean reset) {
      for (Socket socket : new Socket[] {client, server}) {
        try {
          socket.setSoLinger(reset, 0);
        } catch (IOException gone) {
          // Closed already.
        }
        quietly(socket);
      }
      links.remove(this);
    }
  }

  /** How much of what was read is passed on; less than all ends the connection. */
  private interface Rule {
    int passes(Toxic fault, int read);
  }

  private static void quietly(AutoCloseable socket) {
    try {
      socket.close();
    } catch (Exception gone) {
      // Nothing is left to be done for it.
    }
  }

  private static void daemon(String name, Runnable work) {
    Thread thread = new Thread(work, name);
    thread.setDaemon(true);
    thread.start();
  }
}
