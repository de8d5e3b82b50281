package org.heard.feedback.intake;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/**
 * The results of a batch on disk, until all of it was read: a client that writes all before it
 * reads anything must not block both of us.
 */
final class ResultSpool {
  private final Path file;
  private final OutputStream out;
  private final ObjectWriter json;
  private long results;
  private boolean damaged;

  ResultSpool(Path file, OutputStream out, ObjectWriter json) {
    this.file = file;
    this.out = out;
    this.json = json;
  }

  static ResultSpool create(ObjectWriter json) throws IOException {
    Path file = Files.createTempFile("heard-batch-", ".ndjson");
    return new ResultSpool(file, new BufferedOutputStream(Files.newOutputStream(file)), json);
  }

  /**
   * Keeps one result.
   *
   * @throws ProblemException {@code UNAVAILABLE} if there is no room for it
   */
  void add(LineResult result) {
    try {
      out.write(json.writeValueAsBytes(result));
      out.write('\n');
      results++;
    } catch (IOException full) {
      throw noRoom();
    }
  }

  /**
   * No more results will come.
   *
   * @throws ProblemException {@code UNAVAILABLE} if there was no room for all
   */
  void end() {
    try {
      out.close();
    } catch (IOException full) {
      throw noRoom();
    }
  }

  /** The same after a fault. Whether there are results, all of them whole. */
  boolean endEarly() {
    try {
      end();
      return results > 0 && !damaged;
    } catch (ProblemException noRoom) {
      return false;
    }
  }

  /** Writes all of them, and keeps none. */
  void moveTo(OutputStream client) throws IOException {
    try {
      Files.copy(file, client);
    } finally {
      delete();
    }
  }

  void delete() throws IOException {
    Files.deleteIfExists(file);
  }

  private ProblemException noRoom() {
    damaged = true;
    return new ProblemException(
        ErrorCode.UNAVAILABLE, "The results could not be kept. Send the same again.");
  }
}
