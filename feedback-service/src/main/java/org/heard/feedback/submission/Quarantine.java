package org.heard.feedback.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.heard.feedback.device.DeviceService;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;
import org.heard.feedback.vault.Sealed;
import org.heard.feedback.vault.Vault;

/**
 * Where valid submissions with a revoked key wait for an admin. They may be a patient's words from
 * before the revocation, or a thief's. Everything here is part of the caller's transaction.
 */
@ApplicationScoped
class Quarantine implements PanacheRepositoryBase<QuarantinedSubmission, UUID> {
  private static final String PURPOSE = "quarantine";

  private final DeviceService devices;
  private final Vault vault;
  private final QuarantineSettings settings;
  private final ObjectMapper json;

  Quarantine(DeviceService devices, Vault vault, QuarantineSettings settings, ObjectMapper json) {
    this.devices = devices;
    this.vault = vault;
    this.settings = settings;
    this.json = json;
  }

  /** Puts one submission aside, once; never throws for a refusal, as that would undo the group. */
  Outcome hold(Sent sent, byte[] content, byte[] contentMac, Instant receivedAt) {
    UUID id = sent.request().id();
    QuarantinedSubmission held = findById(id);
    if (held != null) {
      return MessageDigest.isEqual(held.contentMac, contentMac)
          ? new Outcome(null, false, null)
          : refused(ErrorCode.ID_REUSED, "A submission with this id and other content is held.");
    }
    if (!devices.admitToQuarantine(sent.sender().revokedKey(), settings.maxPerKey())) {
      return refused(ErrorCode.KEY_REVOKED, "Ask an admin for a new key.");
    }
    persist(sealed(sent, content, contentMac, receivedAt));
    return new Outcome(null, true, null);
  }

  private QuarantinedSubmission sealed(
      Sent sent, byte[] content, byte[] contentMac, Instant receivedAt) {
    QuarantinedSubmission held = new QuarantinedSubmission();
    held.id = sent.request().id();
    held.deviceKeyId = sent.sender().revokedKey();
    held.deviceId = sent.sender().deviceId();
    held.deviceSequence = sent.request().deviceSequence();
    held.contentMac = contentMac;
    held.receivedAt = receivedAt;
    Sealed sealed = vault.seal(PURPOSE, held.id, content);
    held.sealedWith = sealed.keyId();
    held.sealed = sealed.bytes();
    return held;
  }

  /** What was put aside, as it came. */
  SubmissionRequest open(QuarantinedSubmission held) {
    try {
      byte[] content = vault.open(PURPOSE, held.id, new Sealed(held.sealedWith, held.sealed));
      return json.readValue(content, SubmissionRequest.class);
    } catch (IOException impossible) {
      throw new IllegalStateException("a record of our own could not be read");
    }
  }

  /** The next of a device in the order of receipt; {@code after} is null for the first. */
  List<QuarantinedSubmission> next(UUID device, QuarantinedSubmission after) {
    String order = " order by receivedAt, id";
    return (after == null
            ? find("deviceId = ?1" + order, device)
            : find(
                "deviceId = ?1 and (receivedAt > ?2 or receivedAt = ?2 and id > ?3)" + order,
                device,
                after.receivedAt,
                after.id))
        .page(0, settings.releaseBatch())
        .list();
  }

  private static Outcome refused(ErrorCode code, String detail) {
    return new Outcome(null, false, new ProblemException(code, detail));
  }
}
