package org.heard.feedback.junk;

import java.nio.charset.StandardCharsets;

/**
 * A request, whatever is in it.
 *
 * @param door it is sent to
 * @param lane it comes from
 * @param target path and query, in characters that HTTP takes
 * @param type of the body
 * @param key or token, empty for none
 */
record Request(Door door, Lane lane, String target, String type, String key, byte[] body) {

  byte[] bytes() {
    String caller = lane.caller(door.key());
    String head =
        "%s %s HTTP/1.1\r\nHost: x\r\nAccept: %s\r\nContent-Length: %d\r\nContent-Type: %s\r\n%s%s\r\n"
            .formatted(
                door.method(),
                target,
                door.speech() == Speech.PAGE ? "text/html" : "*/*",
                body.length,
                type,
                key.isEmpty() ? "" : door.key().header() + key + "\r\n",
                caller.isEmpty() ? "" : "Heard-Caller: " + caller + "\r\n");
    return Junk.joined(head.getBytes(StandardCharsets.ISO_8859_1), body);
  }

  /** What somebody needs to see who asks why. */
  @Override
  public String toString() {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    return "%s %s (%s), %d bytes: %.600s"
        .formatted(door.method(), target, type, body.length, text.replaceAll("[^ -~]", "\u00B7"));
  }
}
