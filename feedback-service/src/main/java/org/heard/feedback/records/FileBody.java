package org.heard.feedback.records;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/** The file as it comes: no longer than it may be, and what it was is known at its end. */
public final class FileBody extends FilterInputStream {
  private final DigestInputStream digesting;
  private final long maxBytes;
  private long bytes;

  /** A body that may have so many bytes. */
  public FileBody(InputStream body, long maxBytes) {
    super(new DigestInputStream(body, sha256()));
    this.digesting = (DigestInputStream) in;
    this.maxBytes = maxBytes;
  }

  @Override
  public int read() {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] buffer, int offset, int length) {
    try {
      int read = super.read(buffer, offset, length);
      bytes += Math.max(0, read);
      if (bytes > maxBytes) {
        throw new ProblemException(
            ErrorCode.BODY_TOO_LARGE,
            "At most " + maxBytes + " bytes; records before may be stored, sending again is safe.");
      }
      return read;
    } catch (IOException broken) {
      throw brokenOff();
    }
  }

  /** SHA-256 of all of it; reads what nobody has read yet. */
  public byte[] digest() {
    byte[] sink = new byte[64 * 1024];
    while (read(sink, 0, sink.length) >= 0) {
      // Only its digest is of interest.
    }
    return digesting.getMessageDigest().digest();
  }

  static ProblemException brokenOff() {
    return new ProblemException(
        ErrorCode.INCOMPLETE_BODY,
        "The body broke off; records before may be stored, sending again is safe.");
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException("every Java has SHA-256", impossible);
    }
  }
}
