package org.heard.feedback.submission;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.heard.feedback.device.Sender;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.directory.Ward;
import org.heard.feedback.json.FieldSettings;
import org.heard.feedback.json.Fields;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.SubmissionRequest.Answer;
import org.heard.feedback.submission.SubmissionRequest.Contact;
import org.heard.feedback.submission.SubmissionRequest.Demographics;
import org.heard.feedback.submission.SubmissionService.Time;

/**
 * Reads a submission from a JSON object and finds everything wrong with it at once. In order: what
 * cannot be read (400), a kiosk's foreign ward (403), wrong values (422).
 */
@ApplicationScoped
public class SubmissionReader {
  private static final Pattern UUID_FORM =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
  private static final int MAX_LANGUAGE = 35;

  private final SubmissionSettings settings;
  private final FieldSettings fieldSettings;
  private final Function<String, Optional<Ward>> wards;
  private final BiFunction<UUID, Sender, Optional<String>> storedWards;
  private final Clock clock;

  @Inject
  SubmissionReader(
      SubmissionSettings settings,
      FieldSettings fieldSettings,
      Directory directory,
      StoredWards storedWards,
      Clock clock) {
    this(settings, fieldSettings, directory::ward, storedWards::of, clock);
  }

  /**
   * @param storedWards where a sender's own submission is stored, if it is
   */
  SubmissionReader(
      SubmissionSettings settings,
      FieldSettings fieldSettings,
      Function<String, Optional<Ward>> wards,
      BiFunction<UUID, Sender, Optional<String>> storedWards,
      Clock clock) {
    this.settings = settings;
    this.fieldSettings = fieldSettings;
    this.wards = wards;
    this.storedWards = storedWards;
    this.clock = clock;
  }

  /**
   * Reads one submission.
   *
   * @param sender whose key came with the document
   * @throws ProblemException naming everything wrong
   */
  public SubmissionRequest read(ObjectNode document, Sender sender) {
    return read(document, sender, List.of());
  }

  /**
   * The same for a document that was made from something else.
   *
   * @param found what is wrong with what it was made from, to be told with the rest; pointers into
   *     the document
   */
  public SubmissionRequest read(ObjectNode document, Sender sender, List<FieldError> found) {
    return read(document, sender, found, Time.MOMENT, null);
  }

  /**
   * The same for a document whose time may be only a day.
   *
   * @param zone of that day
   */
  public SubmissionRequest read(
      ObjectNode document, Sender sender, Time time, Supplier<ZoneId> zone) {
    return read(document, sender, List.of(), time, zone);
  }

  private SubmissionRequest read(
      ObjectNode document,
      Sender sender,
      List<FieldError> found,
      Time time,
      Supplier<ZoneId> zone) {
    Fields fields = Fields.of(document, fieldSettings.maxErrors());
    found.forEach(error -> fields.wrong(error.pointer().substring(1), error.code()));
    UUID id = fields.required("id", fields.parsed("id", ErrorCode.INVALID_ID, this::uuid));
    String wardId = fields.requiredText("wardId");
    Long rating = fields.integer("rating", 1, 6, ErrorCode.INVALID_RATING);
    List<Answer> answers = answers(fields);
    String language = fields.parsed("language", ErrorCode.INVALID_LANGUAGE, this::language);
    String channel = fields.required("channel", fields.oneOf("channel", ClosedLists.CHANNELS));
    String mode = fields.oneOf("mode", ClosedLists.MODES);
    Instant authoredAt =
        fields.required(
            "authoredAt", fields.parsed("authoredAt", ErrorCode.INVALID_TIME, this::time));
    Long sequence =
        fields.integer("deviceSequence", Long.MIN_VALUE, Long.MAX_VALUE, ErrorCode.INVALID_VALUE);
    String respondent = fields.oneOf("respondent", ClosedLists.RESPONDENTS);
    String format = fields.oneOf("format", ClosedLists.FORMATS);
    Boolean consent = fields.bool("consentToPublish");
    String receipt =
        fields.parsed("receiptCode", ErrorCode.INVALID_RECEIPT_CODE, ReceiptCode::canonical);
    Demographics demographics = demographics(fields.object("demographics"));
    Contact contact = contact(fields.object("contact"));
    fields.rejectUnknown();
    if (!fields.unreadable()
        && sender.isKiosk()
        && wardId != null
        && !isOwn(wardId, authoredAt, time, zone, sender)) {
      requireStoredThere(id, wardId, sender);
    }
    if (answers.isEmpty() && !document.hasNonNull("rating")) {
      fields.wrong("", ErrorCode.EMPTY_SUBMISSION);
    }
    refuseUnknownWard(fields, wardId, sender);
    fields.check();
    return new SubmissionRequest(
        id,
        wardId,
        rating == null ? null : rating.intValue(),
        answers,
        language,
        channel,
        mode == null ? "other" : mode,
        authoredAt,
        sequence,
        respondent,
        format,
        Boolean.TRUE.equals(consent),
        receipt,
        demographics,
        contact);
  }

  /**
   * Only where the document is refused anyway: the ward of one that is not is looked up once, with
   * its group's.
   */
  private void refuseUnknownWard(Fields fields, String wardId, Sender sender) {
    if (wardId == null || sender.isKiosk() || !fields.anyWrong() || fields.unreadable()) {
      return;
    }
    boolean known =
        wards
            .apply(wardId)
            .filter(ward -> ward.organisationId().equals(sender.organisationId()))
            .isPresent();
    if (!known) {
      fields.wrong("wardId", ErrorCode.UNKNOWN_WARD);
    }
  }

  /** Sent again after its kiosk was moved: whether it is a repeat is judged by who stores it. */
  private void requireStoredThere(UUID id, String wardId, Sender sender) {
    if (id == null || storedWards.apply(id, sender).filter(wardId::equals).isEmpty()) {
      throw new ProblemException(
          ErrorCode.WARD_MISMATCH, "This kiosk did not stand on that ward at that time.");
    }
  }

  /**
   * When a kiosk stood where it was written: then, or now where that cannot be. Of a day that is
   * not over its noon may be still to come, and with it a move: then it stood where it stands now.
   *
   * @param time what {@code authoredAt} says
   * @param zone of what is only a day
   */
  public Instant stoodAt(Instant authoredAt, Time time, Supplier<ZoneId> zone, Sender sender) {
    Instant now = clock.instant();
    Instant counted = CountedTime.of(authoredAt, time, now, zone, sender, settings).countedAt();
    return time == Time.DAY && counted.isAfter(now) ? now : counted;
  }

  /**
   * What was written before a kiosk was moved is of the ward where it stood then; of a day that is
   * any ward on which it stood that day, as far as it has come. A time that cannot be says nothing
   * of the ward.
   */
  private boolean isOwn(
      String wardId, Instant authoredAt, Time time, Supplier<ZoneId> zone, Sender sender) {
    Instant now = clock.instant();
    if (authoredAt == null
        || CountedTime.of(authoredAt, time, now, zone, sender, settings).flag() != null) {
      return sender.wards().stream().anyMatch(stood -> stood.wardId().equals(wardId));
    }
    if (time != Time.DAY) {
      return wardId.equals(sender.wardAt(authoredAt));
    }
    LocalDate day = LocalDate.ofInstant(authoredAt, zone.get());
    Instant began = day.atStartOfDay(zone.get()).toInstant();
    Instant last = day.plusDays(1).atStartOfDay(zone.get()).toInstant().minusNanos(1);
    return sender.stoodOn(wardId, began, last.isAfter(now) ? now : last);
  }

  private List<Answer> answers(Fields fields) {
    List<Answer> answers = new ArrayList<>();
    for (Fields item : fields.objects("answers")) {
      String text = item.text("text");
      if (text == null || isBlank(text)) {
        // Dropped; that its fields are of the right type is asked of every document.
        item.text("question");
        continue;
      }
      String question = item.required("question", item.oneOf("question", ClosedLists.QUESTIONS));
      item.rejectUnknown();
      if (text.codePointCount(0, text.length()) > settings.maxTextCodePoints()) {
        item.wrong("text", ErrorCode.TEXT_TOO_LONG);
      }
      answers.add(new Answer(question, text));
    }
    if (answers.size() > settings.maxAnswers()) {
      fields.wrong("answers", ErrorCode.TOO_MANY_ANSWERS);
    }
    return answers;
  }

  /** Whether nothing in a text can be seen: spaces of any kind, controls and format characters. */
  private static boolean isBlank(String text) {
    return text.codePoints()
        .allMatch(
            c ->
                Character.isWhitespace(c)
                    || Character.isSpaceChar(c)
                    || Character.isISOControl(c)
                    || Character.getType(c) == Character.FORMAT);
  }

  private static Demographics demographics(Fields fields) {
    if (fields == null) {
      return null;
    }
    Demographics bands =
        new Demographics(
            fields.oneOf("ageBand", ClosedLists.AGE_BANDS),
            fields.oneOf("sex", ClosedLists.SEXES),
            fields.oneOf("ethnicGroup", ClosedLists.ETHNIC_GROUPS),
            fields.oneOf("disability", ClosedLists.DISABILITIES));
    fields.rejectUnknown();
    return bands;
  }

  private Contact contact(Fields fields) {
    if (fields == null) {
      return null;
    }
    String name = contactLine(fields, "name");
    String phone = contactLine(fields, "phone");
    String email = contactLine(fields, "email");
    fields.rejectUnknown();
    boolean empty = name == null && phone == null && email == null;
    return empty ? null : new Contact(name, phone, email);
  }

  /** As it was written: what a person cannot be reached by is found out by a person, not here. */
  private String contactLine(Fields fields, String name) {
    String text = fields.text(name);
    if (text == null || isBlank(text)) {
      return null;
    }
    if (text.codePointCount(0, text.length()) > settings.maxContactCodePoints()) {
      fields.wrong(name, ErrorCode.TEXT_TOO_LONG);
    }
    return text;
  }

  private UUID uuid(String text) {
    return UUID_FORM.matcher(text).matches() ? UUID.fromString(text) : null;
  }

  private String language(String text) {
    if (text.isEmpty() || text.length() > MAX_LANGUAGE) {
      return null;
    }
    try {
      return new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
    } catch (IllformedLocaleException malformed) {
      return null;
    }
  }

  private Instant time(String text) {
    try {
      OffsetDateTime time = OffsetDateTime.parse(text);
      boolean storable = time.getYear() >= 1 && time.getYear() <= 9998;
      return storable ? time.toInstant().truncatedTo(ChronoUnit.MICROS) : null;
    } catch (DateTimeException malformed) {
      return null;
    }
  }
}
