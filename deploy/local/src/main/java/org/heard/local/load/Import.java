package org.heard.local.load;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.heard.local.load.Mapping.Field;
import org.heard.local.run.CommandFailure;

/** One run over one file: records become submissions, a few hundred at a time. */
final class Import {

  /** Small enough that an answer comes within a second or two and a broken one costs little. */
  private static final int CHUNK_RECORDS = 500;

  /** The door takes 64 MB; texts are at most 4,000 code points, so this is seldom reached. */
  private static final long CHUNK_CHARACTERS = 4_000_000;

  private final Submissions submissions;
  private final ImportIds ids;
  private final BatchDoor door;
  private final ImportState state;
  private final Tally tally;
  private final List<Long> lines = new ArrayList<>();
  private final List<ObjectNode> chunk = new ArrayList<>();
  private long chunkCharacters;
  private long records;

  Import(Submissions submissions, ImportIds ids, BatchDoor door, ImportState state) {
    this.submissions = submissions;
    this.ids = ids;
    this.door = door;
    this.state = state;
    this.tally = new Tally(state.counts());
  }

  /** Told after each chunk: records so far. */
  interface Listener {
    void at(long records);
  }

  /**
   * Sends the file's records.
   *
   * @param limit stop after this many records
   */
  Tally run(SourceFile source, long limit, Listener listener) throws IOException {
    long skip = state.recordsDone();
    for (SourceRow row = source.next(); row != null && records < limit; row = source.next()) {
      records++;
      take(row, records <= skip);
      if (chunk.size() >= CHUNK_RECORDS || chunkCharacters >= CHUNK_CHARACTERS) {
        send();
        listener.at(records);
      }
    }
    send();
    listener.at(records);
    state.finish();
    return tally;
  }

  private void take(SourceRow row, boolean alreadyAnswered) {
    if (!row.isReadable()) {
      if (!alreadyAnswered) {
        tally.reject(row.line(), "UNREADABLE");
      }
      return;
    }
    // Skipped records count too: an id made of the content knows how many equals came before.
    UUID id = ids.next(row, submissions.mapping().value(Field.ID, row.values()));
    if (alreadyAnswered) {
      return;
    }
    try {
      ObjectNode submission = submissions.submission(id, row);
      chunk.add(submission);
      lines.add(row.line());
      chunkCharacters += submission.path("answers").path(0).path("text").asText().length();
    } catch (RowRefused e) {
      tally.reject(row.line(), e.code());
    }
  }

  private void send() throws IOException {
    List<BatchDoor.Result> results = door.send(chunk);
    for (int i = 0; i < results.size(); i++) {
      tally.add(lines.get(i), results.get(i));
    }
    if (results.size() < chunk.size()) {
      throw CommandFailure.failed(
          "The suite stopped answering after "
              + state.recordsDone()
              + " records. Nothing is lost: run the same command again to go on from there.");
    }
    chunk.clear();
    lines.clear();
    chunkCharacters = 0;
    if (records > state.recordsDone()) {
      state.advance(records, tally.counts());
    }
  }
}
