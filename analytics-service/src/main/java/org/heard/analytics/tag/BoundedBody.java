package org.heard.analytics.tag;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Reads a body up to a limit and reports what is beyond. */
class BoundedBody extends FilterInputStream {
  /**
   * How much of a body that is too large is read and dropped, so that its sender sees the answer.
   */
  private static final long MAX_DRAINED = 8L * 1024 * 1024;

  private long left;

  BoundedBody(InputStream body, long maxBytes) {
    super(body);
    this.left = maxBytes;
  }

  /** The body is longer than the limit. */
  static class TooLarge extends IOException {}

  @Override
  public int read() throws IOException {
    int one = super.read();
    if (one >= 0) {
      took(1);
    }
    return one;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) throws IOException {
    int read = super.read(buffer, offset, length);
    return read < 0 ? read : took(read);
  }

  private int took(int bytes) throws IOException {
    left -= bytes;
    if (left < 0) {
      throw new TooLarge();
    }
    return bytes;
  }

  /** The parser closes what it reads; the rest may still have to be dropped. */
  @Override
  public void close() {}

  /** Reads and drops the rest, up to a bound. */
  void drain() throws IOException {
    byte[] sink = new byte[64 * 1024];
    long drained = 0;
    while (drained < MAX_DRAINED) {
      int read = in.read(sink);
      if (read < 0) {
        return;
      }
      drained += read;
    }
  }
}
