package org.heard.feedback.records;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** Reads the lines of a body as they come, never holding more than one. */
public final class LineReader {
  private final InputStream body;
  private final int maxLineBytes;
  private final long maxBytes;
  private final int maxLines;
  private long bytes;
  private int lines;
  private boolean ended;

  /**
   * @param maxLineBytes a longer line comes without its content
   * @param maxBytes of all lines
   */
  public LineReader(InputStream body, int maxLineBytes, long maxBytes, int maxLines) {
    this.body = new BufferedInputStream(body, 64 * 1024);
    this.maxLineBytes = maxLineBytes;
    this.maxBytes = maxBytes;
    this.maxLines = maxLines;
  }

  /**
   * A line without its end.
   *
   * @param number from 1
   * @param content null if the line is longer than one submission may be
   */
  public record Line(int number, byte[] content) {
    /** Whether there is nothing to read in it. */
    public boolean blank() {
      return content != null
          && new String(content, java.nio.charset.StandardCharsets.UTF_8).isBlank();
    }
  }

  /**
   * The next line, or null at the end.
   *
   * @throws ProblemException {@code BODY_TOO_LARGE}, {@code TOO_MANY_LINES} or {@code
   *     INCOMPLETE_BODY}
   */
  public Line next() {
    if (ended) {
      return null;
    }
    ByteArrayOutputStream line = new ByteArrayOutputStream(512);
    boolean tooLong = false;
    int read = read();
    for (; read >= 0 && read != '\n'; read = read()) {
      count();
      if (line.size() < maxLineBytes) {
        line.write(read);
      } else {
        tooLong = true;
      }
    }
    count();
    ended = read < 0;
    if (ended && line.size() == 0) {
      return null;
    }
    if (++lines > maxLines) {
      throw new ProblemException(
          ErrorCode.TOO_MANY_LINES,
          "At most " + maxLines + " lines; those before are stored, sending again is safe.");
    }
    return new Line(lines, tooLong ? null : line.toByteArray());
  }

  private int read() {
    try {
      return body.read();
    } catch (IOException brokenOff) {
      throw new ProblemException(
          ErrorCode.INCOMPLETE_BODY,
          "The body broke off; lines before are stored, sending again is safe.");
    }
  }

  private void count() {
    if (++bytes - 1 > maxBytes) {
      throw new ProblemException(
          ErrorCode.BODY_TOO_LARGE,
          "At most " + maxBytes + " bytes; lines before are stored, sending again is safe.");
    }
  }
}
