package org.heard.feedback.page;

import org.heard.feedback.directory.WardPlace;

/**
 * What a person sees who has answered.
 *
 * @param repeat whether it was stored before
 * @param consent whether the person has just agreed that the words may be shown, and may think
 *     again
 */
public record ReceiptPage(WardPlace place, String receiptCode, boolean repeat, boolean consent) {
  /** The ward's name. */
  public String ward() {
    return place.name();
  }

  /** The hospital's name. */
  public String site() {
    return place.site();
  }
}
