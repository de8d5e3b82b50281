package org.heard.feedback.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.heard.feedback.device.Sender;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.directory.WardPlace;
import org.heard.feedback.page.FieldMessage;
import org.heard.feedback.page.FormPage;
import org.heard.feedback.page.ReceiptPage;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.Failure;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.GroupCommit;
import org.heard.feedback.submission.SubmissionReader;
import org.heard.feedback.submission.SubmissionRequest;
import org.heard.feedback.submission.SubmissionService;

/** Takes in what people write on a ward's form, once, and loses nothing of what it refuses. */
@ApplicationScoped
class FormDoor {
  private final Directory directory;
  private final FormGuard guard;
  private final FormLimits limits;
  private final SubmissionReader reader;
  private final GroupCommit submissions;
  private final Clock clock;

  FormDoor(
      Directory directory,
      FormGuard guard,
      FormLimits limits,
      SubmissionReader reader,
      GroupCommit submissions,
      Clock clock) {
    this.directory = directory;
    this.guard = guard;
    this.limits = limits;
    this.reader = reader;
    this.submissions = submissions;
    this.clock = clock;
  }

  /**
   * What became of a form.
   *
   * @param receipt null if it was refused
   * @param again the form with what was typed, null if it was taken
   * @param refusal null if it was taken
   */
  record Outcome(ReceiptPage receipt, FormPage again, ProblemException refusal) {}

  /** An empty form. */
  FormPage open(WardPlace place) {
    return page(place, guard.fresh(scope(place)), Map.of(), null, List.of());
  }

  /**
   * Takes one form.
   *
   * @param values by the names of fields
   * @param ours whether it came from a page of ours
   */
  Outcome take(WardPlace place, Map<String, String> values, boolean ours) {
    FormGuard.Finding found = guard.check(values, scope(place));
    FormAnswer answer = new FormAnswer(values);
    try {
      ErrorCode refusal = ours ? found.refusal() : ErrorCode.FORBIDDEN;
      if (refusal != null) {
        throw new ProblemException(refusal, refusal.title() + ".");
      }
      return new Outcome(store(place, answer, found), null, null);
    } catch (RuntimeException failure) {
      ProblemException refusal = Failure.explain(failure);
      ErrorCode code = refusal.problem().code();
      // What is stored under this id stays; sent once more, it is another answer.
      String token = code == ErrorCode.ID_REUSED ? guard.fresh(scope(place)) : found.token();
      return new Outcome(null, page(place, token, values, code, answer.messages(refusal)), refusal);
    }
  }

  private ReceiptPage store(WardPlace place, FormAnswer answer, FormGuard.Finding found) {
    String ward = place.ward().id();
    Sender sender = Sender.withoutKey(place.ward().organisationId());
    SubmissionRequest request =
        reader.read(answer.document(found.id(), ward, "phone", "online", clock.instant()), sender);
    limits.takeAnswer(ward);
    SubmissionService.Outcome outcome =
        submissions.submit(new SubmissionService.Sent(request, sender));
    if (outcome.refusal() != null) {
      throw outcome.refusal();
    }
    return new ReceiptPage(
        place, outcome.view().receiptCode(), !outcome.created(), request.consentToPublish());
  }

  private FormPage page(
      WardPlace place,
      String token,
      Map<String, String> typed,
      ErrorCode code,
      List<FieldMessage> messages) {
    return new FormPage(
        place,
        directory.questions(place.ward().id()),
        "/f/" + place.formCode(),
        token,
        typed,
        code,
        messages);
  }

  /** A token is of one ward, whichever of its codes led there. */
  private static String scope(WardPlace place) {
    return "ward:" + place.ward().id();
  }
}
