package org.heard.feedback.page;

import org.heard.feedback.problem.ErrorCode;

/**
 * Where a person takes back the agreement to publish.
 *
 * @param done whether it is taken back
 * @param code why what was typed did not do, null if nothing was or it did
 */
public record WithdrawalPage(boolean done, ErrorCode code) {
  /** In plain words, why it did not do. */
  public String error() {
    return switch (code) {
      case NOT_FOUND -> "We do not know this code. Please check each letter and number.";
      case RATE_LIMITED -> "Many people ask just now. Wait a little, then press the button again.";
      case UNAVAILABLE, INTERNAL -> "We could not do it just now. Please try again.";
      default -> "This could not be read. Please type the code here.";
    };
  }
}
