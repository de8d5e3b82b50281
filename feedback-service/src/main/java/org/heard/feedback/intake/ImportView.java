package org.heard.feedback.intake;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.feedback.directory.Directory;

/** An import: how far it came, and what became of its records. */
@Schema(name = "Import")
record ImportView(
    @Schema(
            maxLength = 200,
            examples = "October, paper cards",
            description = "What its sender calls it; tells imports apart")
        String name,
    @Schema(
            nullable = true,
            pattern = Directory.ID_PATTERN,
            description = "Of the records that name none, null where they all must",
            examples = "W01")
        String ward,
    @Schema(
            nullable = true,
            pattern = "^[A-Za-z0-9+/]{43}=$",
            description = "SHA-256 of the file in base64, null where its sender did not say")
        String digest,
    @Schema(description = "Nothing was stored") boolean dryRun,
    @Schema(description = "New records without a time of their own have this one") Instant beganAt,
    @Schema(description = "When records of it were stored last") Instant lastAt,
    @Schema(nullable = true, description = "Null until the end of the file was reached")
        Instant finishedAt,
    @Schema(description = "Answered records: accepted + duplicate + rejected") long records,
    @Schema(description = "Stored by this import") long accepted,
    @Schema(description = "Stored already; nothing was changed") long duplicate,
    @Schema(description = "Wrong, and not stored") long rejected,
    @Schema(
            maxItems = 1000,
            description =
                "What is wrong with the rejected records, everything that is wrong with a record one"
                    + " after the other; the first 200 unless set otherwise")
        List<RecordProblem> problems,
    @Schema(
            minimum = "0",
            examples = "2",
            description =
                "Of the accepted: their time is ahead, or too old, so they count when they were"
                    + " received")
        long flagged,
    @Schema(maxItems = 1000, description = "The first of the flagged records, as many as problems")
        List<RecordFlag> flags,
    @Schema(
            nullable = true,
            maxItems = 1000,
            examples = "[\"sex\"]",
            description =
                "Columns that map names for nothing: what stands in them is not kept. In the answer"
                    + " to a file only, null in the list of imports; names are cut at 100 characters")
        List<String> ignoredColumns,
    @Schema(
            nullable = true,
            maxLength = 300,
            examples = ImportView.IGNORED_TELL_APART,
            description =
                "In the answer to a dry run: what its sender should know before the file is stored,"
                    + " else null")
        String warning) {
  static final String IGNORED_TELL_APART =
      "No column is mapped to id, so records are told apart by all that stands in them, in the"
          + " ignored columns, too: whatever is put right there later makes another record.";

  static ImportView of(ImportRun run) {
    return of(run, null);
  }

  static ImportView of(ImportRun run, List<String> ignoredColumns) {
    return new ImportView(
        run.name,
        run.defaultWard.isEmpty() ? null : run.defaultWard,
        run.digest.isEmpty() ? null : run.digest,
        false,
        run.beganAt,
        run.lastAt,
        run.finishedAt,
        run.records,
        run.accepted,
        run.duplicate,
        run.rejected,
        run.problems,
        run.flagged,
        run.flags,
        ignoredColumns,
        null);
  }

  static ImportView ofDryRun(
      ImportRequest request, Instant at, ImportCounts counts, List<String> ignoredColumns) {
    return new ImportView(
        request.name(),
        request.defaultWard(),
        request.digest().isEmpty() ? null : request.digest(),
        true,
        at,
        at,
        at,
        counts.records(),
        counts.accepted(),
        counts.duplicate(),
        counts.rejected(),
        counts.problems(),
        counts.flagged(),
        counts.flags(),
        ignoredColumns,
        request.hasIds() || ignoredColumns.isEmpty() ? null : IGNORED_TELL_APART);
  }
}
