package org.heard.feedback.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import org.heard.feedback.access.ServiceSecrets;
import org.heard.feedback.device.Sender;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.intake.ImportPass.Read;
import org.heard.feedback.intake.ImportRuns.Begun;
import org.heard.feedback.overload.Shares;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.records.FileBody;
import org.heard.feedback.records.RecordLimits;
import org.heard.feedback.records.SourceRecords;
import org.heard.feedback.submission.SubmissionReader;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;
import org.heard.feedback.submission.SubmissionSettings;

/** Takes files in, a few at a time. */
@ApplicationScoped
class Importer {
  /** Nobody knows how long a file lasts. */
  private static final Duration AGAIN = Duration.ofSeconds(5);

  private static final String SEND_IT_AGAIN =
      "What could be read of it is stored all the same. Send it again with its own digest and under"
          + " this name: it goes on, and nothing is stored twice.";

  private static final String TAKEN_FOR_OTHERS =
      " The file with that digest was imported before: records without an id that are equal to one"
          + " of its records are taken for that one and not stored. If they are other people's,"
          + " give them ids.";

  private final SubmissionReader reader;
  private final ChunkStore chunks;
  private final ImportRuns runs;
  private final ImportNames names;
  private final Directory directory;
  private final ImportSettings settings;
  private final SubmissionSettings limits;
  private final ServiceSecrets secrets;
  private final Clock clock;
  private final Semaphore places;
  private final Shares shares;

  Importer(
      SubmissionReader reader,
      ChunkStore chunks,
      ImportRuns runs,
      ImportNames names,
      Directory directory,
      ImportSettings settings,
      SubmissionSettings limits,
      ServiceSecrets secrets,
      Clock clock) {
    this.reader = reader;
    this.chunks = chunks;
    this.runs = runs;
    this.names = names;
    this.directory = directory;
    this.settings = settings;
    this.limits = limits;
    this.secrets = secrets;
    this.clock = clock;
    this.places = new Semaphore(settings.maxConcurrent());
    this.shares = new Shares(settings.maxConcurrentPerKey());
  }

  /** Opens the records of a file, of whichever form it is. */
  interface Form {
    SourceRecords open(FileBody file, ImportRequest request, RecordLimits limits);
  }

  /**
   * Stores a file's records, each chunk with the note of how far it is, or only says what would
   * become of them.
   *
   * @throws ProblemException {@code UNAVAILABLE} while as many imports run as may, {@code
   *     RATE_LIMITED} while the key has as many as one may
   */
  ImportView take(ImportRequest request, Form form, FileBody file, Sender sender) {
    enter(sender);
    try {
      SourceRecords records =
          form.open(
              file,
              request,
              new RecordLimits(
                  settings.maxRecordBytes(), settings.maxColumns(), limits.maxJsonTokens()));
      return request.dryRun()
          ? rehearse(request, records, file, sender)
          : run(request, records, file, sender);
    } finally {
      shares.leave(sender.getName());
      places.release();
    }
  }

  private void enter(Sender sender) {
    if (!places.tryAcquire()) {
      throw new ProblemException(ErrorCode.UNAVAILABLE, "Other imports run; send it again later.");
    }
    if (!shares.enter(sender.getName())) {
      places.release();
      throw new ProblemException(
          ErrorCode.RATE_LIMITED, "This key's imports run; send it again later.", AGAIN);
    }
  }

  private ImportView run(
      ImportRequest request, SourceRecords records, FileBody file, Sender sender) {
    Begun begun = runs.begin(request, sender.organisationId());
    ImportRun run = begun.run();
    ImportPass pass = pass(request, run.beganAt, run.keyedIds, begun.needsIds(), sender);
    ImportCounts counts =
        pass.run(
            records,
            run.counts(),
            request.limit(),
            (before, chunk) -> store(begun, before, chunk, sender));
    String digest = digest(file);
    if (isAnother(request, digest)) {
      runs.wasAnotherFile(run, digest);
      throw badDigest(run.firstStoredAt == null ? SEND_IT_AGAIN : SEND_IT_AGAIN + TAKEN_FOR_OTHERS);
    }
    return ImportView.of(runs.finish(run, counts, digest), pass.ignoredColumns());
  }

  private ImportCounts store(Begun begun, ImportCounts before, List<Read> chunk, Sender sender) {
    List<Outcome> outcomes =
        chunks.store(
            sent(chunk, sender),
            some -> names.stored(begun, some),
            all -> runs.advance(begun.run(), before.and(chunk, all, settings.maxProblems())));
    return before.and(chunk, outcomes, settings.maxProblems());
  }

  private ImportView rehearse(
      ImportRequest request, SourceRecords records, FileBody file, Sender sender) {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    Instant begins =
        runs.known(request, sender.organisationId())
            .filter(known -> !known.digest.isEmpty())
            .map(known -> known.beganAt)
            .orElse(now);
    Rehearsal rehearsal = new Rehearsal();
    boolean needsIds = runs.needsIds(request, sender.organisationId());
    boolean keyedIds = runs.keyedIds(request, sender.organisationId());
    ImportPass pass = pass(request, begins, keyedIds, needsIds, sender);
    ImportCounts counts =
        pass.run(
            records,
            ImportCounts.NONE,
            request.limit(),
            (before, chunk) -> {
              List<Sent> sent = sent(chunk, sender);
              return before.and(
                  chunk, rehearsal.inThisFile(sent, chunks.rehearse(sent)), settings.maxProblems());
            });
    if (isAnother(request, digest(file))) {
      throw badDigest("Nothing was stored.");
    }
    return ImportView.ofDryRun(request, now, counts, pass.ignoredColumns());
  }

  private ImportPass pass(
      ImportRequest request,
      Instant defaultAuthoredAt,
      boolean keyedIds,
      boolean needsIds,
      Sender sender) {
    ImportDocuments documents =
        new ImportDocuments(
            request.mapping(),
            request.defaultWard(),
            defaultAuthoredAt,
            request.dateFormat(),
            directory.zone(sender.organisationId()));
    return new ImportPass(
        documents,
        keyedIds
            ? ImportIds.keyed(sender.organisationId(), request.name(), secrets)
            : ImportIds.plain(sender.organisationId(), request.name()),
        reader,
        sender,
        needsIds,
        settings);
  }

  private static List<Sent> sent(List<Read> chunk, Sender sender) {
    return chunk.stream()
        .filter(read -> read.request() != null)
        .map(read -> new Sent(read.request(), sender, read.time()))
        .toList();
  }

  private static String digest(FileBody file) {
    return Base64.getEncoder().encodeToString(file.digest());
  }

  private static boolean isAnother(ImportRequest request, String digest) {
    return !request.digest().isEmpty() && !request.digest().equals(digest);
  }

  private static ProblemException badDigest(String then) {
    return new ProblemException(
        ErrorCode.BAD_DIGEST, "The body is not the file that Content-Digest says. " + then);
  }
}
