package org.heard.feedback.page;

import org.heard.feedback.directory.WardPlace;

/**
 * What a person sees who has answered.
 *
 * @param repeat whether it was stored before
 */
public record ReceiptPage(WardPlace place, String receiptCode, boolean repeat) {
  /** The ward's name. */
  public String ward() {
    return place.name();
  }

  /** The hospital's name. */
  public String site() {
    return place.site();
  }
}
