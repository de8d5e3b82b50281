package org.heard.feedback.page;

import org.heard.feedback.problem.ErrorCode;

/**
 * Where staff make a browser a desk.
 *
 * @param code why what was typed did not do, null if nothing was
 */
public record DeskPage(ErrorCode code) {
  /** In plain words, why it did not do. */
  public String error() {
    return switch (code) {
      case RATE_LIMITED -> "Too many codes were tried just now. Wait a little and try again.";
      case FORBIDDEN -> "This came from another page. Please type it here.";
      case UNAVAILABLE, INTERNAL -> "We could not check it just now. Please try again.";
      default -> "This is unknown, used or no longer good. Ask an admin for a new code.";
    };
  }
}
