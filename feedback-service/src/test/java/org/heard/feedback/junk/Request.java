package org.heard.feedback.junk;

import java.nio.charset.StandardCharsets;

/**
 * A request, whatever is in it.
 *
 * @param target path and query, in characters that HTTP takes
 * @param type of the body
 * @param bearer a key or token, empty for none
 */
record Request(String method, String target, String type, String bearer, byte[] body) {

  byte[] bytes() {
    String head =
        "%s %s HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\nContent-Type: %s\r\n%s\r\n"
            .formatted(
                method,
                target,
                body.length,
                type,
                bearer.isEmpty() ? "" : "Authorization: Bearer " + bearer + "\r\n");
    return Junk.joined(head.getBytes(StandardCharsets.ISO_8859_1), body);
  }

  /** What somebody needs to see who asks why. */
  @Override
  public String toString() {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    return "%s %s (%s), %d bytes: %.600s"
        .formatted(method, target, type, body.length, text.replaceAll("[^ -~]", "\u00B7"));
  }
}
