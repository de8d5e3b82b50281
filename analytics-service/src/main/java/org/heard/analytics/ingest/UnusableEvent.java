package org.heard.analytics.ingest;

/** An event that cannot be applied, now or ever. The message names fields, never values. */
class UnusableEvent extends RuntimeException {
  private final ParkReason reason;

  UnusableEvent(ParkReason reason, String message) {
    super(message);
    this.reason = reason;
  }

  static UnusableEvent invalid(String message) {
    return new UnusableEvent(ParkReason.INVALID, message);
  }

  ParkReason reason() {
    return reason;
  }
}
