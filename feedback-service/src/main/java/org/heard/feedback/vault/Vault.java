package org.heard.feedback.vault;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.heard.feedback.access.ServiceSecrets;

/** Where what may not be read in the database is kept, sealed with a key from outside it. */
@ApplicationScoped
public class Vault {
  private static final String CONTACT = "contact";

  private final EntityManager entities;
  private final Sealer sealer;

  Vault(EntityManager entities, ServiceSecrets secrets) {
    this.entities = entities;
    this.sealer = new Sealer(secrets);
  }

  /**
   * Seals bytes that the caller keeps.
   *
   * @param purpose what they are, {@code subject} whose they are: they open as nothing else
   */
  public Sealed seal(String purpose, UUID subject, byte[] plain) {
    return sealer.seal(purpose, subject, plain);
  }

  /**
   * What {@link #seal} was given.
   *
   * @throws IllegalStateException if the key or anything else differs
   */
  public byte[] open(String purpose, UUID subject, Sealed sealed) {
    return sealer.open(purpose, subject, sealed);
  }

  /** Keeps the contact details that came with a submission, in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void keepContact(UUID submissionId, byte[] contact) {
    Sealed sealed = sealer.seal(CONTACT, submissionId, contact);
    SealedContact row = new SealedContact();
    row.submissionId = submissionId;
    row.keyId = sealed.keyId();
    row.sealed = sealed.bytes();
    entities.persist(row);
  }
}
