package org.heard.feedback.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.heard.feedback.device.KeyLimits;
import org.heard.feedback.device.Sender;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.directory.WardForms;
import org.heard.feedback.directory.WardPlace;
import org.heard.feedback.page.FieldMessage;
import org.heard.feedback.page.FormPage;
import org.heard.feedback.page.PaperPage;
import org.heard.feedback.page.ReceiptPage;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.Failure;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.GroupCommit;
import org.heard.feedback.submission.StoredWards;
import org.heard.feedback.submission.SubmissionReader;
import org.heard.feedback.submission.SubmissionRequest;
import org.heard.feedback.submission.SubmissionService;

/** Takes in cards that staff key, each once, for the ward and the day of the card. */
@ApplicationScoped
class PaperDoor {
  private static final int MAX_COUNT_DIGITS = 5;
  private static final String WARD = "ward";
  private static final String DAY = "day";
  private static final String MODE = "mode";
  private static final String KEYED = "keyed";

  private final Directory directory;
  private final WardForms wards;
  private final FormGuard guard;
  private final KeyLimits limits;
  private final PaperSettings settings;
  private final SubmissionReader reader;
  private final StoredWards storedWards;
  private final GroupCommit submissions;
  private final Clock clock;

  PaperDoor(
      Directory directory,
      WardForms wards,
      FormGuard guard,
      KeyLimits limits,
      PaperSettings settings,
      SubmissionReader reader,
      StoredWards storedWards,
      GroupCommit submissions,
      Clock clock) {
    this.directory = directory;
    this.wards = wards;
    this.guard = guard;
    this.limits = limits;
    this.settings = settings;
    this.reader = reader;
    this.storedWards = storedWards;
    this.submissions = submissions;
    this.clock = clock;
  }

  /**
   * What became of a card.
   *
   * @param page the next card, or the same with what was typed
   * @param refusal null if it was taken
   */
  record Outcome(PaperPage page, ProblemException refusal) {}

  /** An empty card of today. */
  PaperPage open(Sender sender) {
    Map<String, String> values = Map.of(DAY, today(sender).toString(), MODE, "paper-discharge");
    return page(sender, values, guard.fresh(scope(sender)), null, List.of(), null);
  }

  /** A card that was keyed before this was a desk, to be stored now. */
  PaperPage open(Sender sender, Map<String, String> card) {
    // At another desk of the organisation it is the same card: the first try may be stored.
    String token = guard.check(card, scope(sender)).token();
    return page(sender, card, token, null, List.of(), null);
  }

  /** Takes one card. */
  Outcome take(Sender sender, Map<String, String> values, boolean ours) {
    FormGuard.Finding found = guard.check(values, scope(sender));
    FormAnswer answer = new FormAnswer(values, WARD, DAY, MODE, KEYED);
    try {
      ErrorCode refusal = ours ? found.refusal() : ErrorCode.FORBIDDEN;
      if (refusal != null) {
        throw new ProblemException(refusal, refusal.title() + ".");
      }
      return new Outcome(next(sender, values, store(sender, values, answer, found)), null);
    } catch (RuntimeException failure) {
      ProblemException refusal = Failure.explain(failure);
      ErrorCode code = refusal.problem().code();
      // What is stored under this id stays; sent once more, it is another card.
      String token = code == ErrorCode.ID_REUSED ? guard.fresh(scope(sender)) : found.token();
      return new Outcome(
          page(sender, values, token, code, answer.messages(refusal), null), refusal);
    }
  }

  /** The next card is of the same ward, day and kind until staff say otherwise. */
  private PaperPage next(Sender sender, Map<String, String> values, ReceiptPage receipt) {
    Map<String, String> kept =
        Map.of(
            WARD, values.getOrDefault(WARD, ""),
            DAY, values.get(DAY),
            MODE, values.get(MODE),
            KEYED, String.valueOf(keyed(values) + 1));
    return page(sender, kept, guard.fresh(scope(sender)), null, List.of(), receipt);
  }

  private ReceiptPage store(
      Sender sender, Map<String, String> values, FormAnswer answer, FormGuard.Finding found) {
    limits.take(sender);
    ZoneId zone = directory.zone(sender.organisationId());
    // The first moment of its day: past on the day itself, too, and the same for a repeat.
    var authoredAt = day(sender, values).atStartOfDay(zone).toInstant();
    String ward =
        sender.isKiosk() ? wardOf(sender, found.id(), authoredAt) : values.getOrDefault(WARD, "");
    SubmissionRequest request =
        reader.read(answer.document(found.id(), ward, "paper", mode(values), authoredAt), sender);
    SubmissionService.Outcome outcome =
        submissions.submit(new SubmissionService.Sent(request, sender, SubmissionService.Time.DAY));
    if (outcome.refusal() != null) {
      throw outcome.refusal();
    }
    WardPlace place = wards.ofWard(ward).orElseThrow();
    return new ReceiptPage(place, outcome.view().receiptCode(), !outcome.created(), false);
  }

  /**
   * A page that is sent again is of the ward where it is stored, though the desk was moved since.
   */
  private String wardOf(Sender desk, UUID card, Instant authoredAt) {
    return storedWards.of(card, desk).orElse(desk.wardAt(authoredAt));
  }

  private LocalDate day(Sender sender, Map<String, String> values) {
    LocalDate today = today(sender);
    LocalDate oldest = today.minusDays(settings.maxCardAge().toDays());
    try {
      LocalDate day = LocalDate.parse(values.getOrDefault(DAY, ""));
      if (!day.isAfter(today) && !day.isBefore(oldest)) {
        return day;
      }
    } catch (DateTimeException malformed) {
      // Told like a day that cannot be.
    }
    throw wrong(DAY, ErrorCode.INVALID_DAY);
  }

  private static String mode(Map<String, String> values) {
    String mode = values.getOrDefault(MODE, "");
    if (!List.of("paper-discharge", "paper-home").contains(mode)) {
      throw wrong(MODE, ErrorCode.INVALID_VALUE);
    }
    return mode;
  }

  private static ProblemException wrong(String field, ErrorCode code) {
    return ProblemException.of(List.of(new FieldError("/" + field, code)));
  }

  private PaperPage page(
      Sender sender,
      Map<String, String> values,
      String token,
      ErrorCode code,
      List<FieldMessage> messages,
      ReceiptPage last) {
    List<WardPlace> choices =
        sender.isKiosk() ? List.of() : wards.ofOrganisation(sender.organisationId());
    WardPlace place = place(sender, values, choices);
    FormPage form =
        new FormPage(
            place, directory.questions(place.ward().id()), "/paper", token, values, code, messages);
    return new PaperPage(
        form,
        choices,
        values.getOrDefault(DAY, ""),
        values.getOrDefault(MODE, ""),
        keyed(values),
        last);
  }

  private WardPlace place(Sender sender, Map<String, String> values, List<WardPlace> choices) {
    if (sender.isKiosk()) {
      return wards.ofWard(sender.wardAt(clock.instant())).orElseThrow();
    }
    return choices.stream()
        .filter(choice -> choice.ward().id().equals(values.get(WARD)))
        .findFirst()
        .or(() -> choices.stream().findFirst())
        .orElseThrow(
            () -> new ProblemException(ErrorCode.NOT_FOUND, "This organisation has no wards."));
  }

  private LocalDate today(Sender sender) {
    return LocalDate.ofInstant(clock.instant(), directory.zone(sender.organisationId()));
  }

  /** Shown only, so a number that was changed misleads nobody but who changed it. */
  private static int keyed(Map<String, String> values) {
    String keyed = values.getOrDefault(KEYED, "");
    return keyed.matches("[0-9]{1," + MAX_COUNT_DIGITS + "}") ? Integer.parseInt(keyed) : 0;
  }

  /** Not the desk's alone: who keyed a card before the desk was revoked goes on at a new one. */
  private static String scope(Sender sender) {
    return "desks:" + sender.organisationId();
  }
}
