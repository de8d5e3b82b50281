package org.heard.feedback.intake;

import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An import: how far it came, and what became of its records. */
@Schema(name = "Import")
record ImportView(
    @Schema(examples = "October, paper cards") String name,
    @Schema(
            nullable = true,
            description = "SHA-256 of the file in base64, null where its sender did not say")
        String digest,
    @Schema(description = "Nothing was stored") boolean dryRun,
    @Schema(description = "Records without a time of their own have this one") Instant beganAt,
    Instant lastAt,
    @Schema(nullable = true, description = "Null until the end of the file was reached")
        Instant finishedAt,
    @Schema(description = "Answered records: accepted + duplicate + rejected") long records,
    long accepted,
    @Schema(description = "Stored already; nothing was changed") long duplicate,
    long rejected,
    @Schema(description = "The first of the rejected records") List<RecordProblem> problems) {

  static ImportView of(ImportRun run) {
    return new ImportView(
        run.name,
        run.digest.isEmpty() ? null : run.digest,
        false,
        run.beganAt,
        run.lastAt,
        run.finishedAt,
        run.records,
        run.accepted,
        run.duplicate,
        run.rejected,
        run.problems);
  }

  static ImportView ofDryRun(ImportRequest request, Instant at, ImportCounts counts) {
    return new ImportView(
        request.name(),
        request.digest().isEmpty() ? null : request.digest(),
        true,
        at,
        at,
        at,
        counts.records(),
        counts.accepted(),
        counts.duplicate(),
        counts.rejected(),
        counts.problems());
  }
}
