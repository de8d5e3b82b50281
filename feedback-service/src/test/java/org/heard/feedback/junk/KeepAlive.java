package org.heard.feedback.junk;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * One connection that is kept, and nothing around it: the client must not cost more than what it
 * asks.
 */
final class KeepAlive implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 60_000;

  private final int port;
  private Socket socket;
  private InputStream in;

  KeepAlive(int port) {
    this.port = port;
  }

  /**
   * What came back.
   *
   * @param type the media type, empty without one
   */
  record Answer(int status, String type, String body) {}

  /** Sends a request as it is and reads the answer. */
  Answer ask(Request request) throws IOException {
    if (socket == null) {
      socket = new Socket("localhost", port);
      socket.setTcpNoDelay(true);
      socket.setSoTimeout(PATIENCE_MILLIS);
      in = new BufferedInputStream(socket.getInputStream());
    }
    for (byte[] part : request.parts()) {
      socket.getOutputStream().write(part);
    }
    return read();
  }

  private Answer read() throws IOException {
    int status = Integer.parseInt(line().split(" ", 3)[1]);
    Map<String, String> headers = new HashMap<>();
    for (String line = line(); !line.isEmpty(); line = line()) {
      String[] header = line.split(":", 2);
      headers.put(header[0].toLowerCase(Locale.ROOT), header[1].strip());
    }
    boolean chunked = headers.getOrDefault("transfer-encoding", "").equals("chunked");
    byte[] body = chunked ? chunks() : in.readNBytes(length(headers));
    if (headers.getOrDefault("connection", "").equalsIgnoreCase("close")) {
      close();
    }
    return new Answer(
        status, headers.getOrDefault("content-type", ""), new String(body, StandardCharsets.UTF_8));
  }

  private static int length(Map<String, String> headers) {
    return Integer.parseInt(headers.getOrDefault("content-length", "0"));
  }

  private byte[] chunks() throws IOException {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (int size = size(); size > 0; size = size()) {
      body.write(in.readNBytes(size));
      line();
    }
    line();
    return body.toByteArray();
  }

  private int size() throws IOException {
    return Integer.parseInt(line(), 16);
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int read = in.read(); read != '\n'; read = in.read()) {
      if (read < 0) {
        throw new EOFException("the connection broke after: " + line);
      }
      line.append((char) read);
    }
    return line.toString().strip();
  }

  @Override
  public void close() throws IOException {
    if (socket != null) {
      socket.close();
      socket = null;
    }
  }
}
