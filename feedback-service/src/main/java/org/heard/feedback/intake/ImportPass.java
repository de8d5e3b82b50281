package org.heard.feedback.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.heard.feedback.device.Sender;
import org.heard.feedback.intake.ColumnMapping.Field;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.records.SourceRecord;
import org.heard.feedback.records.SourceRecords;
import org.heard.feedback.submission.SubmissionReader;
import org.heard.feedback.submission.SubmissionRequest;
import org.heard.feedback.submission.SubmissionService.Time;

/** One pass over a file, chunk by chunk, past the records that an earlier pass has done. */
final class ImportPass {
  private final ImportDocuments documents;
  private final ImportIds ids;
  private final SubmissionReader reader;
  private final Sender sender;
  private final boolean needsIds;
  private final ImportSettings settings;
  private final IgnoredColumns ignored;

  /**
   * @param needsIds whether a record without an id of its own is refused, as it could not be told
   *     from an equal one of another file
   */
  ImportPass(
      ImportDocuments documents,
      ImportIds ids,
      SubmissionReader reader,
      Sender sender,
      boolean needsIds,
      ImportSettings settings) {
    this.documents = documents;
    this.ids = ids;
    this.reader = reader;
    this.sender = sender;
    this.needsIds = needsIds;
    this.settings = settings;
    this.ignored = new IgnoredColumns(documents.mapping().columns(), settings.maxColumns());
  }

  /** Columns of the records that were read which no field is mapped to. */
  List<String> ignoredColumns() {
    return ignored.names();
  }

  /**
   * A record that was read: either a submission or everything why not.
   *
   * @param time what the submission's time says, null where there is none
   */
  record Read(long line, SubmissionRequest request, Time time, List<RecordProblem> problems) {}

  /** Where chunks go. */
  interface Sink {
    /** Takes a chunk and says what has become of the records up to its end. */
    ImportCounts store(ImportCounts before, List<Read> chunk);
  }

  /**
   * Reads to the end, or to {@code limit} records.
   *
   * @param done what an earlier pass has come to
   * @throws ProblemException where the file cannot be read on, {@code TOO_MANY_RECORDS}
   */
  ImportCounts run(SourceRecords source, ImportCounts done, long limit, Sink sink) {
    ImportCounts counts = done;
    List<Read> chunk = new ArrayList<>();
    long records = 0;
    for (SourceRecord record = next(source, records, limit);
        record != null;
        record = next(source, records, limit)) {
      if (++records > settings.maxRecords()) {
        throw new ProblemException(
            ErrorCode.TOO_MANY_RECORDS,
            "At most " + settings.maxRecords() + " records; those before may be stored.");
      }
      take(record, records > done.records(), chunk);
      if (chunk.size() == settings.chunkRecords()) {
        counts = sink.store(counts, List.copyOf(chunk));
        chunk.clear();
      }
    }
    return chunk.isEmpty() ? counts : sink.store(counts, chunk);
  }

  private static SourceRecord next(SourceRecords source, long records, long limit) {
    return records < limit ? source.next() : null;
  }

  private void take(SourceRecord record, boolean isNew, List<Read> chunk) {
    if (record.problem() != null) {
      if (isNew) {
        chunk.add(
            refused(record, List.of(new RecordProblem(record.line(), record.problem(), null))));
      }
      return;
    }
    ignored.see(record.values().keySet());
    // Records that are done count too: an id made of the content knows how many equals came before.
    Optional<String> sourceId = documents.mapping().value(Field.ID, record.values());
    UUID id = ids.next(record.values(), sourceId, documents.wardByDefault(record.values()));
    if (!isNew) {
      return;
    }
    chunk.add(
        needsIds && sourceId.isEmpty()
            ? refused(
                record,
                List.of(
                    new RecordProblem(
                        record.line(), ErrorCode.IMPORT_NAME_USED, Field.ID.pointer())))
            : read(record, id));
  }

  private Read read(SourceRecord record, UUID id) {
    try {
      ImportDocuments.Draft draft = documents.draft(id, record);
      SubmissionRequest request = reader.read(draft.document(), sender, draft.problems());
      return new Read(record.line(), request, documents.time(record.values()), List.of());
    } catch (ProblemException refusal) {
      return refused(record, RecordProblem.of(record.line(), refusal.problem()));
    }
  }

  private static Read refused(SourceRecord record, List<RecordProblem> problems) {
    return new Read(record.line(), null, null, problems);
  }
}
