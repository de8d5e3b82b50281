package org.heard.suite.ledger;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/**
 * A submission as the load client sends it.
 *
 * @param rating 1 to 6
 * @param texts what was answered to "good", one entry an answer
 */
public record Sent(UUID id, String wardId, int rating, List<String> texts, Instant authoredAt) {
  private static final ObjectMapper JSON = new ObjectMapper();

  /** The same said under another id. */
  public Sent under(UUID other) {
    return new Sent(other, wardId, rating, texts, authoredAt);
  }

  /** The document for the single door, or a line for the batch door. */
  public String json() {
    ObjectNode document = JSON.createObjectNode();
    document.put("id", id.toString()).put("wardId", wardId).put("rating", rating);
    document.put("channel", "kiosk").put("authoredAt", authoredAt.toString());
    ArrayNode answers = document.putArray("answers");
    // Of the id, so that who repeats a submission repeats these.
    document
        .putObject("demographics")
        .put("ageBand", id.hashCode() % 2 == 0 ? "16-24" : "85+")
        .put("sex", id.hashCode() % 3 == 0 ? "female" : "not-said");
    texts.forEach(text -> answers.addObject().put("question", "good").put("text", text));
    try {
      return JSON.writeValueAsString(document);
    } catch (JsonProcessingException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** What the stored submission must say, byte for byte. */
  public String hash() {
    return hash(wardId, rating, texts);
  }

  /** SHA-256 over everything a person said, in hexadecimal. */
  public static String hash(String wardId, Integer rating, List<String> texts) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update((wardId + "\n" + rating).getBytes(StandardCharsets.UTF_8));
      for (String text : texts) {
        digest.update((byte) 0);
        digest.update(text.getBytes(StandardCharsets.UTF_8));
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError(impossible);
    }
  }
}
