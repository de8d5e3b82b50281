package org.heard.feedback.intake;

import static java.nio.file.StandardOpenOption.DELETE_ON_CLOSE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import com.fasterxml.jackson.databind.ObjectWriter;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/**
 * The results of a batch on disk, until all of it was read: a client that writes all before it
 * reads anything must not block both of us.
 */
final class ResultSpool {
  private final FileChannel file;
  private final OutputStream out;
  private final ObjectWriter json;
  private long results;
  private boolean damaged;

  ResultSpool(FileChannel file, OutputStream out, ObjectWriter json) {
    this.file = file;
    this.out = out;
    this.json = json;
  }

  /**
   * A new one, in a file that has lost its name: whatever becomes of this process, nothing of it is
   * left.
   *
   * @throws ProblemException {@code UNAVAILABLE} if there is no room for a file
   */
  static ResultSpool create(ObjectWriter json) {
    return create(Path.of(System.getProperty("java.io.tmpdir")), json);
  }

  /** The same in this folder. */
  static ResultSpool create(Path folder, ObjectWriter json) {
    try {
      Path named = Files.createTempFile(folder, "heard-batch-", ".ndjson");
      FileChannel file = FileChannel.open(named, READ, WRITE, DELETE_ON_CLOSE);
      return new ResultSpool(file, new BufferedOutputStream(Channels.newOutputStream(file)), json);
    } catch (IOException full) {
      throw noRoom();
    }
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
      damaged = true;
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
      out.flush();
    } catch (IOException full) {
      damaged = true;
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
      Channels.newInputStream(file.position(0)).transferTo(client);
    } finally {
      delete();
    }
  }

  void delete() throws IOException {
    file.close();
  }

  private static ProblemException noRoom() {
    return new ProblemException(
        ErrorCode.UNAVAILABLE, "The results could not be kept. Send the same again.");
  }
}
