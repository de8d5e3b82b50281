package org.heard.feedback.fhir;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.heard.feedback.device.Sender;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.StoredWards;
import org.heard.feedback.submission.SubmissionReader;
import org.heard.feedback.submission.SubmissionRequest;
import org.heard.feedback.submission.SubmissionService.Time;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * Reads a submission from a QuestionnaireResponse and finds everything wrong with it at once, in
 * the order of {@link SubmissionReader}.
 */
@ApplicationScoped
class ResponseReader {
  private final SubmissionReader reader;
  private final Directory directory;
  private final StoredWards storedWards;
  private final FhirSettings settings;

  ResponseReader(
      SubmissionReader reader,
      Directory directory,
      StoredWards storedWards,
      FhirSettings settings) {
    this.reader = reader;
    this.directory = directory;
    this.storedWards = storedWards;
    this.settings = settings;
  }

  /** What came, the submission that it is, and what its time says. */
  record Read(QuestionnaireResponse response, SubmissionRequest request, Time time) {}

  /**
   * Reads one resource.
   *
   * @param ward of an importer's response; null or the own one for a kiosk
   * @throws ProblemException naming everything wrong by its pointer in the resource
   */
  Read read(ObjectNode resource, String ward, Sender sender) {
    requireWard(ward, sender);
    requireResponse(resource);
    Structure structure = new Structure(resource, settings.maxIssues());
    List<FieldError> problems = new ArrayList<>(structure.problems());
    refuse(problems.stream().filter(problem -> problem.code().status() == 400).toList());
    QuestionnaireResponse response = structure.response();
    Supplier<ZoneId> zone = () -> directory.zone(sender.organisationId());
    ResponseDocument said =
        ResponseDocument.of(
            response,
            ward,
            sender,
            zone,
            (authored, time) -> reader.stoodAt(authored, time, zone, sender),
            id -> storedWards.of(id, sender));
    problems.addAll(said.problems());
    SubmissionRequest request = read(said, sender, zone, problems);
    refuse(problems);
    return new Read(response, request, said.time());
  }

  private static void requireWard(String ward, Sender sender) {
    if (ward == null ? !sender.isKiosk() : !ward.matches("[A-Za-z0-9_-]{1,50}")) {
      throw new ProblemException(
          ErrorCode.INVALID_PARAMETER, "Name the ward by its id, with an importer's key: ?ward=");
    }
  }

  private static void requireResponse(ObjectNode resource) {
    String type = resource.path("resourceType").asText();
    if (!type.equals("QuestionnaireResponse")) {
      ErrorCode code = type.isEmpty() ? ErrorCode.MISSING_FIELD : ErrorCode.INVALID_VALUE;
      // Of the resource no element holds its type: an expression would point nowhere.
      throw new ProblemException(code, "resourceType must be QuestionnaireResponse.");
    }
  }

  /** Null if anything is wrong that is added to {@code problems} then. */
  private SubmissionRequest read(
      ResponseDocument said, Sender sender, Supplier<ZoneId> zone, List<FieldError> problems) {
    try {
      return reader.read(said.document(), sender, said.time(), zone);
    } catch (ProblemException refusal) {
      if (refusal.problem().errors() == null) {
        throw refusal;
      }
      for (FieldError error : refusal.problem().errors()) {
        // Nothing is left of answers that are wrong: they are not missing.
        if (problems.isEmpty() || error.code() != ErrorCode.EMPTY_SUBMISSION) {
          problems.add(new FieldError(said.origin(error.pointer()), error.code()));
        }
      }
      return null;
    }
  }

  /** Of several problems at one place the first is the cause of the others. */
  private void refuse(List<FieldError> problems) {
    Set<String> seen = new HashSet<>();
    List<FieldError> told =
        problems.stream()
            .filter(problem -> seen.add(isOfExtras(problem) + problem.pointer()))
            .limit(settings.maxIssues())
            .toList();
    if (!told.isEmpty()) {
      throw ProblemException.of(told);
    }
  }

  /** What an element has besides its value ("_status") stands at the same place. */
  private static boolean isOfExtras(FieldError problem) {
    return problem.code() == ErrorCode.UNSUPPORTED_ELEMENT;
  }
}
