package org.heard.feedback.overload;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/**
 * A streamed body that ends when its sender is too slow, since a thread waits for it all the while.
 * Only that waiting counts: a sender who is held up by this service is not slow.
 */
final class PacedBody extends InputStream {
  private final InputStream body;
  private final long patience;
  private final double bytesPerNano;
  private final LongSupplier nanoTime;
  private final Runnable whenTooSlow;
  private long waited;
  private long bytes;
  private boolean tooSlow;
  private Thread waiting;
  private long waitingSince;
  private boolean silent;

  /**
   * @param patience may be waited for the next bytes, and in all before the pace is judged
   * @param minPace bytes for each second waited
   * @param whenTooSlow run once, before the reader hears of it
   */
  PacedBody(
      InputStream body,
      Duration patience,
      int minPace,
      LongSupplier nanoTime,
      Runnable whenTooSlow) {
    this.body = body;
    this.patience = patience.toNanos();
    this.bytesPerNano = minPace / 1e9;
    this.nanoTime = nanoTime;
    this.whenTooSlow = whenTooSlow;
  }

  /**
   * @throws ProblemException {@code BODY_TOO_SLOW}, once; whoever reads on finds the end
   */
  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (tooSlow) {
      return -1;
    }
    long before = nanoTime.getAsLong();
    int read = await(into, offset, length);
    waited += nanoTime.getAsLong() - before;
    bytes += Math.max(read, 0);
    if (silent || (read >= 0 && waited > patience && bytes < waited * bytesPerNano)) {
      tooSlow = true;
      whenTooSlow.run();
      throw new ProblemException(
          ErrorCode.BODY_TOO_SLOW, "What came before may be stored; sending it again is safe.");
    }
    return read;
  }

  private int await(byte[] into, int offset, int length) throws IOException {
    begin();
    try {
      return body.read(into, offset, length);
    } catch (InterruptedIOException woken) {
      if (silent) {
        return 0;
      }
      throw woken;
    } finally {
      end();
    }
  }

  private synchronized void begin() {
    waiting = Thread.currentThread();
    waitingSince = nanoTime.getAsLong();
  }

  /** From here on nobody interrupts this thread, and it does not take an interruption with it. */
  private synchronized void end() {
    waiting = null;
    if (silent) {
      Thread.interrupted();
    }
  }

  /**
   * Wakes whoever has waited in vain for longer than the patience; they are told that it is too
   * slow. To be called now and then, by another thread.
   */
  synchronized void wakeIfSilent() {
    if (waiting != null && !silent && nanoTime.getAsLong() - waitingSince > patience) {
      silent = true;
      waiting.interrupt();
    }
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
