package org.heard.feedback.submission;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.heard.feedback.access.ServiceSecrets;
import org.heard.feedback.device.Sender;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.directory.Ward;
import org.heard.feedback.event.EventEncoder;
import org.heard.feedback.event.FeedbackSubmitted;
import org.heard.feedback.event.PublishedFact;
import org.heard.feedback.outbox.Outbox;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.redaction.Redactor;
import org.heard.feedback.vault.Purpose;
import org.heard.feedback.vault.Secret;
import org.heard.feedback.vault.Vault;

/** Takes submissions in: the row and the fact of it in one transaction, once for each id. */
@ApplicationScoped
public class SubmissionService {
  private final SubmissionRepository submissions;
  private final SubmissionSettings settings;
  private final Directory directory;
  private final Outbox outbox;
  private final Vault vault;
  private final Quarantine quarantine;
  private final Redacting redacting;
  private final ServiceSecrets secrets;
  private final ObjectMapper json;
  private final Clock clock;

  SubmissionService(
      SubmissionRepository submissions,
      SubmissionSettings settings,
      Directory directory,
      Outbox outbox,
      Vault vault,
      Quarantine quarantine,
      Redacting redacting,
      ServiceSecrets secrets,
      ObjectMapper json,
      Clock clock) {
    this.submissions = submissions;
    this.settings = settings;
    this.directory = directory;
    this.outbox = outbox;
    this.vault = vault;
    this.quarantine = quarantine;
    this.redacting = redacting;
    this.secrets = secrets;
    this.json = json;
    this.clock = clock;
  }

  /**
   * What became of one submission.
   *
   * @param view what to tell the sender, null if refused or put aside
   * @param created false for a repeat
   * @param refusal why it was not taken, null if it was
   * @param timeFlag {@code AHEAD} or {@code TOO_OLD} if it was created now and counts when it was
   *     received, else null
   */
  public record Outcome(
      SubmissionView view, boolean created, ProblemException refusal, String timeFlag) {
    /** An outcome that says nothing of the time. */
    public Outcome(SubmissionView view, boolean created, ProblemException refusal) {
      this(view, created, refusal, null);
    }

    /** Whether it waits for an admin, as its key is revoked. */
    public boolean quarantined() {
      return view == null && refusal == null;
    }
  }

  /** What a submission's time says. */
  public enum Time {
    /** When it was written. */
    MOMENT,
    /** The day on which it was written, in the organisation's zone: it is a moment of that day. */
    DAY,
    /** Nothing, as its sender said none: it is ours, and of a repeat a later one. */
    OURS
  }

  /** A submission and whose key came with it. */
  public record Sent(SubmissionRequest request, Sender sender, Time time) {
    /** One whose time is its sender's; whoever has no device has no clock either. */
    public Sent(SubmissionRequest request, Sender sender) {
      this(request, sender, sender.hasKey() ? Time.MOMENT : Time.OURS);
    }
  }

  /** What a group leaves: each kind but the rows goes to the database in one piece. */
  private record Written(List<Submission> rows, List<PublishedFact> facts, List<Secret> secrets) {
    /** Each row has its fact in the same place. */
    void withoutConsent(Set<UUID> ids) {
      for (int i = 0; i < rows.size() && !ids.isEmpty(); i++) {
        if (ids.contains(rows.get(i).id)) {
          rows.get(i).consentToPublish = false;
          facts.set(i, EventEncoder.encode(rows.get(i).fact()));
        }
      }
    }
  }

  /**
   * Takes submissions in, in one transaction. Returns after the commit; one that is refused leaves
   * nothing and does not touch the others.
   *
   * @return an outcome for each, in the same order
   */
  @Transactional
  public List<Outcome> submit(List<Sent> group) {
    outbox.requireRoom();
    Set<UUID> ids = distinct(group, SubmissionRequest::id);
    submissions.claim(ids);
    Map<UUID, Submission> known = submissions.findAll(ids);
    Map<String, Ward> wards = directory.wards(distinct(group, SubmissionRequest::wardId));
    Written written = new Written(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    List<Outcome> outcomes = new ArrayList<>(group.size());
    for (Sent sent : group) {
      try {
        Outcome repeat = repeat(sent, known);
        outcomes.add(repeat != null ? repeat : create(sent, wards, known, written));
      } catch (ProblemException refusal) {
        outcomes.add(new Outcome(null, false, refusal));
      }
    }
    if (outcomes.stream().anyMatch(Outcome::quarantined)) {
      // One of the group may have been put aside just now and then come with a good key.
      quarantine.flush();
    }
    written.withoutConsent(quarantine.leaveSame(written.rows()));
    vault.keep(written.secrets());
    outbox.append(written.facts());
    return outcomes;
  }

  private static <T> Set<T> distinct(List<Sent> group, Function<SubmissionRequest, T> field) {
    return group.stream().map(Sent::request).map(field).collect(Collectors.toSet());
  }

  /** The answer to a submission that is stored already, or null if it is not. */
  private Outcome repeat(Sent sent, Map<UUID, Submission> known) {
    Submission stored = known.get(sent.request().id());
    if (stored == null) {
      return null;
    }
    if (stored.erasedAt != null) {
      // What it said is gone, so there is nothing to compare with, and nothing is stored again.
      return new Outcome(new SubmissionView(stored.id, null, stored.receivedAt), false, null);
    }
    SubmissionRequest request =
        sent.time() == Time.OURS ? sent.request().authored(stored.authoredAt) : sent.request();
    if (!MessageDigest.isEqual(stored.contentMac, contentMac(request))) {
      throw new ProblemException(
          ErrorCode.ID_REUSED, "A submission with this id and other content is already stored.");
    }
    return new Outcome(
        new SubmissionView(stored.id, receipt(request), stored.receivedAt), false, null);
  }

  private Outcome create(
      Sent sent, Map<String, Ward> wards, Map<UUID, Submission> known, Written written) {
    SubmissionRequest request = sent.request();
    Ward ward = wards.get(request.wardId());
    if (ward == null || !ward.organisationId().equals(sent.sender().organisationId())) {
      throw ProblemException.of(List.of(new FieldError("/wardId", ErrorCode.UNKNOWN_WARD)));
    }
    if (sent.sender().revokedKey() != null) {
      return quarantine.hold(sent, content(request), now());
    }
    String receipt = receipt(request);
    Redacting.Redacted redacted = redacting.redact(request, ward.organisationId());
    Submission submission = newSubmission(sent, ward, receipt, redacted);
    submissions.persist(submission);
    written.rows().add(submission);
    known.put(submission.id, submission);
    seal(request, redacted.staffNames(), written.secrets());
    written.facts().add(EventEncoder.encode(submission.fact()));
    return new Outcome(
        new SubmissionView(submission.id, receipt, submission.receivedAt),
        true,
        null,
        submission.timeFlag);
  }

  private Quarantine.Content content(SubmissionRequest request) {
    return new Quarantine.Content(bytes(request), contentMac(request), receiptHash(request));
  }

  /** Of the code that its author has, or would have. */
  byte[] receiptHash(SubmissionRequest request) {
    return ReceiptCode.hash(secrets, receipt(request));
  }

  /**
   * Stores one that was put aside, without its words, for the caller to take back: so its id is
   * never taken in again. Nothing is sealed or published of it.
   */
  void storeToErase(Sent sent) {
    SubmissionRequest request = sent.request();
    Ward ward = directory.wards(Set.of(request.wardId())).get(request.wardId());
    submissions.persist(
        newSubmission(sent, ward, receipt(request), new Redacting.Redacted(List.of(), Map.of())));
  }

  private void seal(
      SubmissionRequest request, Map<String, String> staffNames, List<Secret> secrets) {
    if (!request.answers().isEmpty()) {
      secrets.add(new Secret(request.id(), Purpose.ANSWERS, bytes(request.answers())));
    }
    if (!staffNames.isEmpty()) {
      secrets.add(new Secret(request.id(), Purpose.NAMES, bytes(staffNames)));
    }
    if (request.contact() != null) {
      secrets.add(new Secret(request.id(), Purpose.CONTACT, bytes(request.contact())));
    }
  }

  private Submission newSubmission(
      Sent sent, Ward ward, String receipt, Redacting.Redacted redacted) {
    SubmissionRequest request = sent.request();
    Instant receivedAt = now();
    CountedTime counted = counted(sent, ward, receivedAt);
    Submission submission = new Submission();
    submission.id = request.id();
    submission.contentMac = contentMac(request);
    submission.version = 1;
    submission.deviceId = sent.sender().deviceId();
    submission.deviceSequence = request.deviceSequence();
    submission.organisationId = ward.organisationId();
    submission.siteId = ward.siteId();
    submission.wardId = ward.id();
    submission.rating = request.rating() == null ? null : request.rating().shortValue();
    submission.answers = redacted.answers();
    submission.redactionVersion = Redactor.VERSION;
    submission.language = request.language();
    submission.channel = request.channel();
    submission.mode = request.mode();
    submission.respondent = request.respondent();
    submission.format = request.format();
    submission.demographics = bands(request.demographics());
    submission.consentToPublish = request.consentToPublish();
    submission.receiptHash = ReceiptCode.hash(secrets, receipt);
    submission.authoredAt = request.authoredAt();
    submission.receivedAt = receivedAt;
    submission.countedAt = counted.countedAt();
    submission.timeFlag = counted.flag();
    return submission;
  }

  private CountedTime counted(Sent sent, Ward ward, Instant receivedAt) {
    return CountedTime.of(
        sent.request().authoredAt(),
        sent.time(),
        receivedAt,
        () -> directory.zone(ward.organisationId()),
        sent.sender(),
        settings);
  }

  private static FeedbackSubmitted.Demographics bands(SubmissionRequest.Demographics said) {
    return said == null
        ? null
        : new FeedbackSubmitted.Demographics(
            said.ageBand(), said.sex(), said.ethnicGroup(), said.disability());
  }

  private String receipt(SubmissionRequest request) {
    return request.receiptCode() == null
        ? ReceiptCode.derive(secrets, request.id())
        : request.receiptCode();
  }

  /** Equal for the same parsed fields, however the client spelt its JSON. */
  private byte[] contentMac(SubmissionRequest request) {
    return secrets.mac("content", bytes(request));
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MICROS);
  }

  private byte[] bytes(Object document) {
    try {
      return json.writeValueAsBytes(document);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a record of our own could not be written", impossible);
    }
  }
}
