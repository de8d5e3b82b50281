package org.heard.feedback.submission;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.heard.feedback.device.DeviceService;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;
import org.heard.feedback.submission.SubmissionService.Outcome;
import org.heard.feedback.submission.SubmissionService.Sent;
import org.heard.feedback.vault.Sealed;
import org.heard.feedback.vault.Vault;
import org.hibernate.Session;

/**
 * Where valid submissions with a revoked key wait for an admin. They may be a patient's words from
 * before the revocation, or a thief's. Everything here is part of the caller's transaction.
 */
@ApplicationScoped
class Quarantine implements PanacheRepositoryBase<QuarantinedSubmission, UUID> {
  private static final String PURPOSE = "quarantine";

  private static final String OF_IDS =
      "SELECT id, device_key_id FROM quarantine WHERE id = ANY (?)";

  private static final String THE_SAME =
      """
      SELECT q.id, q.device_key_id
      FROM quarantine q, unnest(CAST(? AS uuid[]), CAST(? AS bytea[])) AS stored (id, content_mac)
      WHERE q.id = stored.id AND q.content_mac = stored.content_mac
      """;

  // First the keys, in one order, then what they have there, as everybody who counts does.
  private static final String LEAVE =
      """
      WITH leaving AS (%s),
      keys AS (
        SELECT id FROM device_key WHERE id IN (SELECT device_key_id FROM leaving)
        ORDER BY id FOR UPDATE)
      DELETE FROM quarantine q USING leaving, keys
      WHERE q.id = leaving.id AND q.device_key_id = keys.id
      RETURNING q.device_key_id, q.id, q.consent_withdrawn
      """;

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

  /** A submission as it is kept here, and what it is found by. */
  record Content(byte[] document, byte[] mac, byte[] receiptHash) {}

  /** Puts one submission aside, once; never throws for a refusal, as that would undo the group. */
  Outcome hold(Sent sent, Content content, Instant receivedAt) {
    UUID id = sent.request().id();
    QuarantinedSubmission held = findById(id);
    if (held != null) {
      return MessageDigest.isEqual(held.contentMac, content.mac())
          ? new Outcome(null, false, null)
          : refused(ErrorCode.ID_REUSED, "A submission with this id and other content is held.");
    }
    if (!devices.admitToQuarantine(sent.sender().revokedKey(), settings.maxPerKey())) {
      return refused(ErrorCode.KEY_REVOKED, "Ask an admin for a new key.");
    }
    persist(sealed(sent, content, receivedAt));
    return new Outcome(null, true, null);
  }

  private QuarantinedSubmission sealed(Sent sent, Content content, Instant receivedAt) {
    QuarantinedSubmission held = new QuarantinedSubmission();
    held.id = sent.request().id();
    held.deviceKeyId = sent.sender().revokedKey();
    held.deviceId = sent.sender().deviceId();
    held.deviceSequence = sent.request().deviceSequence();
    held.contentMac = content.mac();
    held.receiptHash = content.receiptHash();
    held.receivedAt = receivedAt;
    Sealed sealed = vault.seal(PURPOSE, held.id, content.document());
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

  /** From now on these are let in without the agreement to publish. */
  void withdrawConsent(Collection<UUID> ids) {
    if (!ids.isEmpty()) {
      update("consentWithdrawn = true where id in ?1", ids);
    }
  }

  /** Destroys what is put aside of these submissions. */
  void leave(Collection<UUID> ids) {
    leave(OF_IDS, ids.toArray(), null);
  }

  /**
   * Destroys what is put aside of submissions that are stored now. Other words under the same id
   * stay for an admin, as they may be somebody else's.
   *
   * @return those of which the agreement to publish had been taken back
   */
  Set<UUID> leaveSame(List<Submission> stored) {
    if (stored.isEmpty()) {
      return Set.of();
    }
    return leave(
            THE_SAME,
            stored.stream().map(each -> each.id).toArray(),
            stored.stream().map(each -> each.contentMac).toArray(byte[][]::new))
        .stream()
        .filter(Gone::consentWithdrawn)
        .map(Gone::id)
        .collect(Collectors.toSet());
  }

  /** One that was put aside, and is not any more. */
  private record Gone(UUID key, UUID id, boolean consentWithdrawn) {}

  /** Counted are the rows that went: of two who end the same one, one finds nothing. */
  private List<Gone> leave(String which, Object[] ids, byte[][] contentMacs) {
    List<Gone> gone = new ArrayList<>();
    // Plain JDBC: a native query would flush the caller's entities one by one.
    getEntityManager()
        .unwrap(Session.class)
        .doWork(connection -> gone.addAll(delete(connection, which, ids, contentMacs)));
    gone.stream()
        .collect(Collectors.groupingBy(Gone::key, TreeMap::new, Collectors.counting()))
        .forEach(devices::leaveQuarantine);
    return gone;
  }

  private static List<Gone> delete(
      Connection connection, String which, Object[] ids, byte[][] contentMacs) throws SQLException {
    List<Gone> gone = new ArrayList<>();
    try (PreparedStatement delete = connection.prepareStatement(LEAVE.formatted(which))) {
      delete.setArray(1, connection.createArrayOf("uuid", ids));
      if (contentMacs != null) {
        delete.setArray(2, connection.createArrayOf("bytea", contentMacs));
      }
      try (ResultSet row = delete.executeQuery()) {
        while (row.next()) {
          gone.add(
              new Gone(
                  row.getObject(1, UUID.class), row.getObject(2, UUID.class), row.getBoolean(3)));
        }
      }
    }
    return gone;
  }

  /** At most so many with this hash of a receipt code, the last first. */
  List<QuarantinedSubmission> findByReceipt(byte[] hash, int limit) {
    return find("receiptHash = ?1 order by receivedAt desc, id", hash).page(0, limit).list();
  }

  /** The ids of the same, in no order; nothing is loaded. */
  List<UUID> idsByReceipt(byte[] hash, int limit) {
    return getEntityManager()
        .createQuery("select id from QuarantinedSubmission where receiptHash = ?1", UUID.class)
        .setParameter(1, hash)
        .setMaxResults(limit)
        .getResultList();
  }

  private static Outcome refused(ErrorCode code, String detail) {
    return new Outcome(null, false, new ProblemException(code, detail));
  }
}
