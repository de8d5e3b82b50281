package org.heard.feedback.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.heard.feedback.device.Sender;
import org.heard.feedback.json.JsonBody;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.Problem;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.records.LineReader;
import org.heard.feedback.submission.SubmissionReader;
import org.heard.feedback.submission.SubmissionRequest;
import org.heard.feedback.submission.SubmissionService;
import org.heard.feedback.submission.SubmissionSettings;

/** Takes in many submissions, a line each; a bad line never touches the others. */
@ApplicationScoped
class BatchIntake {
  private final SubmissionReader reader;
  private final ChunkStore chunks;
  private final SubmissionSettings limits;
  private final BatchSettings settings;

  BatchIntake(
      SubmissionReader reader,
      ChunkStore chunks,
      SubmissionSettings limits,
      BatchSettings settings) {
    this.reader = reader;
    this.chunks = chunks;
    this.limits = limits;
    this.settings = settings;
  }

  /** A line that was read: either a submission or the reason why not. */
  private record Read(int line, UUID id, SubmissionRequest request, Problem problem) {}

  /**
   * Stores the lines of a body chunk by chunk and reports each line in order, after the commit of
   * its chunk. An infrastructure fault ends it: lines not reported are to be sent again.
   */
  void take(InputStream body, Sender sender, Consumer<LineResult> results) {
    LineReader lines =
        new LineReader(body, limits.maxBytes(), settings.maxBytes(), settings.maxLines());
    List<Read> chunk = new ArrayList<>();
    Runnable store =
        () -> {
          store(chunk, sender, results);
          chunk.clear();
        };
    for (LineReader.Line line = next(lines, store); line != null; line = next(lines, store)) {
      if (line.blank()) {
        continue;
      }
      chunk.add(read(line, sender));
      if (chunk.size() == settings.chunkLines()) {
        store.run();
      }
    }
    store.run();
  }

  /** The next line; where there can be none, those before are stored all the same. */
  private static LineReader.Line next(LineReader lines, Runnable store) {
    try {
      return lines.next();
    } catch (ProblemException cannotReadOn) {
      store.run();
      throw cannotReadOn;
    }
  }

  private Read read(LineReader.Line line, Sender sender) {
    UUID id = null;
    try {
      if (line.content() == null) {
        throw new ProblemException(
            ErrorCode.BODY_TOO_LARGE, "A line is at most " + limits.maxBytes() + " bytes.");
      }
      ObjectNode document = JsonBody.parse(line.content(), limits.maxJsonTokens());
      id = idOf(document);
      SubmissionRequest request = reader.read(document, sender);
      return new Read(line.number(), id, request, null);
    } catch (ProblemException refusal) {
      return new Read(line.number(), id, null, refusal.problem());
    }
  }

  private static UUID idOf(ObjectNode document) {
    JsonNode id = document.get("id");
    try {
      return id != null && id.isTextual() && id.textValue().length() == 36
          ? UUID.fromString(id.textValue())
          : null;
    } catch (IllegalArgumentException notAnId) {
      return null;
    }
  }

  private void store(List<Read> chunk, Sender sender, Consumer<LineResult> results) {
    List<SubmissionService.Sent> group =
        chunk.stream()
            .filter(read -> read.request() != null)
            .map(read -> new SubmissionService.Sent(read.request(), sender))
            .toList();
    List<SubmissionService.Outcome> outcomes = chunks.store(group, some -> {}, all -> {});
    int next = 0;
    for (Read read : chunk) {
      if (read.request() == null) {
        results.accept(
            LineResult.rejected(
                read.line(), read.id(), read.problem().withFirst(settings.maxLineErrors())));
        continue;
      }
      SubmissionService.Outcome outcome = outcomes.get(next++);
      results.accept(
          outcome.refusal() == null
              ? LineResult.taken(read.line(), read.id(), outcome)
              : LineResult.rejected(read.line(), read.id(), outcome.refusal().problem()));
    }
  }
}
