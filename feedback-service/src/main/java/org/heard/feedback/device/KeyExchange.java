package org.heard.feedback.device;

import io.github.bucket4j.TimeMeter;
import jakarta.enterprise.context.ApplicationScoped;
import org.heard.feedback.access.RateLimit;
import org.heard.feedback.problem.ProblemException;

/** Codes for keys, and keys for who holds them; for every door that asks. */
@ApplicationScoped
public class KeyExchange {
  private final Pairing pairing;
  private final KeyRing keys;
  private final RememberedKeys remembered;
  private final RateLimit tries;

  KeyExchange(Pairing pairing, KeyRing keys, RememberedKeys remembered, PairingSettings settings) {
    this.pairing = pairing;
    this.keys = keys;
    this.remembered = remembered;
    this.tries = new RateLimit(settings.perSecond(), settings.burst(), TimeMeter.SYSTEM_NANOTIME);
  }

  /**
   * The device of a one-time code with its new key.
   *
   * @throws ProblemException {@code NOT_FOUND}, {@code RATE_LIMITED}
   */
  DeviceView redeem(String code) {
    if (!PairingCode.isOne(code)) {
      // Not one of the tries, of which everybody has some together.
      throw Pairing.unknown();
    }
    tries.take();
    DeviceView paired = pairing.redeem(code);
    remembered.forget(paired.id());
    return paired;
  }

  /**
   * The key for what a person typed: a one-time code, or a key itself, as importers have no codes.
   *
   * @throws ProblemException {@code NOT_FOUND}, {@code UNAUTHORIZED}, {@code KEY_REVOKED}, {@code
   *     RATE_LIMITED}
   */
  public String keyFor(String typed) {
    if (DeviceKey.looksLikeKey(typed)) {
      // No guess either: it has 256 bits, and every other door looks it up as well.
      identify(typed).requireGoodKey();
      return typed;
    }
    return redeem(typed).key();
  }

  /**
   * The sender with this key, which may be a revoked one.
   *
   * @throws ProblemException {@code UNAUTHORIZED} or {@code KEY_REVOKED}
   */
  public Sender identify(String key) {
    Sender known = remembered.find(key);
    if (known != null) {
      return known;
    }
    long moment = remembered.moment();
    Sender sender = keys.identify(key);
    remembered.remember(key, sender, moment);
    return sender;
  }
}
