package org.heard.feedback.intake;

import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.Optional;

/** Whether a form was sent from a page of ours, as far as the browser says. */
final class FormOrigin {
  private FormOrigin() {}

  /**
   * False if the browser says that another site sent it (Fetch Metadata, else {@code Origin}). By
   * host and port: which scheme people use, a service behind a proxy does not know.
   *
   * @param address of our pages, where it is set
   */
  static boolean isOurs(HttpHeaders headers, Optional<URI> address) {
    String site = headers.getHeaderString("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = headers.getHeaderString("Origin");
    if (origin == null) {
      return true;
    }
    String from = origin.replaceFirst("^https?://", "");
    return from.equalsIgnoreCase(headers.getHeaderString(HttpHeaders.HOST))
        || address.map(URI::getAuthority).filter(from::equalsIgnoreCase).isPresent();
  }
}
