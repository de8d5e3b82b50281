package org.heard.feedback.junk;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * A request, whatever is in it.
 *
 * @param door it is sent to
 * @param lane it comes from
 * @param target path and query, in characters that HTTP takes
 * @param type of the body; empty for one that is not told
 * @param accept what it says that it takes
 * @param key or token, empty for none
 * @param cuts where a streamed body is cut into chunks, in their order; null if it tells its length
 */
record Request(
    Door door,
    Lane lane,
    String target,
    String type,
    String accept,
    String key,
    byte[] body,
    List<Integer> cuts) {
  private static final Set<String> STREAMED =
      Set.of("application/x-ndjson", "application/jsonl", "text/csv");

  /** Whether its body may come without a length. */
  boolean isStreamed() {
    return STREAMED.contains(type.split(";", 2)[0].strip());
  }

  /** How many lines its body has at most. */
  long lines() {
    return 1 + new String(body, StandardCharsets.ISO_8859_1).chars().filter(c -> c == '\n').count();
  }

  /** The same, in chunks. */
  Request cut(List<Integer> at) {
    return new Request(door, lane, target, type, accept, key, body, at);
  }

  /** What is written one after the other: the head, and each chunk by itself. */
  List<byte[]> parts() {
    if (cuts == null) {
      return List.of(Junk.joined(head("Content-Length: " + body.length), body));
    }
    List<byte[]> parts = new ArrayList<>(List.of(head("Transfer-Encoding: chunked")));
    int from = 0;
    for (int to : cuts) {
      parts.add(chunk(from, to));
      from = to;
    }
    parts.add(chunk(from, body.length));
    parts.add("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
    return parts;
  }

  /** An empty one would be the end. */
  private byte[] chunk(int from, int to) {
    if (from == to) {
      return new byte[0];
    }
    byte[] size = (Integer.toHexString(to - from) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    byte[] end = "\r\n".getBytes(StandardCharsets.ISO_8859_1);
    return Junk.joined(Junk.joined(size, Arrays.copyOfRange(body, from, to)), end);
  }

  private byte[] head(String length) {
    String caller = lane.caller(door.key());
    return "%s %s HTTP/1.1\r\nHost: x\r\nAccept: %s\r\n%s\r\n%s%s%s\r\n"
        .formatted(
            door.method(),
            target,
            accept,
            length,
            type.isEmpty() ? "" : "Content-Type: " + type + "\r\n",
            key.isEmpty() ? "" : door.key().header() + key + "\r\n",
            caller.isEmpty() ? "" : "Heard-Caller: " + caller + "\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What somebody needs to see who asks why. */
  @Override
  public String toString() {
    String text = new String(body, StandardCharsets.ISO_8859_1);
    return "%s %s (%s, for %s), %d bytes cut at %s: %.600s"
        .formatted(
            door.method(),
            target,
            type,
            accept,
            body.length,
            cuts,
            text.replaceAll("[^ -~]", "\u00B7"));
  }
}
