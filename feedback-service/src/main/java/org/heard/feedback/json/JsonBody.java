package org.heard.feedback.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/**
 * Reads request documents strictly: size first, then UTF-8, then JSON, then characters that
 * PostgreSQL or a later reader could not hold. All of it is 400 or 413; what values mean is for the
 * caller to judge.
 */
public final class JsonBody {
  private static final ObjectMapper STRICT =
      JsonMapper.builder()
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private JsonBody() {}

  /**
   * The JSON object in a request's body.
   *
   * @param maxBytes largest body taken; a larger one is {@code BODY_TOO_LARGE}
   */
  public static ObjectNode read(InputStream body, int maxBytes) {
    return parse(bytes(body, maxBytes));
  }

  /**
   * The JSON array in a request's body.
   *
   * @param maxBytes largest body taken; a larger one is {@code BODY_TOO_LARGE}
   */
  public static ArrayNode readArray(InputStream body, int maxBytes) {
    JsonNode node = tree(decode(bytes(body, maxBytes)));
    if (!(node instanceof ArrayNode array)) {
      throw new ProblemException(ErrorCode.WRONG_TYPE, "A JSON array is expected.");
    }
    checkCharacters(array);
    return array;
  }

  /** The same, but for the characters of one field, which is only compared and never kept. */
  public static ObjectNode readButFor(String field, InputStream body, int maxBytes) {
    ObjectNode object = object(bytes(body, maxBytes));
    ObjectNode others = object.deepCopy();
    if (object.path(field).isTextual()) {
      others.remove(field);
    }
    checkCharacters(others);
    return object;
  }

  private static byte[] bytes(InputStream body, int maxBytes) {
    try {
      byte[] bytes = body.readNBytes(maxBytes + 1);
      if (bytes.length > maxBytes) {
        throw new ProblemException(
            ErrorCode.BODY_TOO_LARGE, "At most " + maxBytes + " bytes are taken.");
      }
      return bytes;
    } catch (IOException brokenOff) {
      throw new ProblemException(
          ErrorCode.INCOMPLETE_BODY, "The body broke off or took too long to come.");
    }
  }

  /** The JSON object in these bytes. */
  public static ObjectNode parse(byte[] bytes) {
    ObjectNode object = object(bytes);
    checkCharacters(object);
    return object;
  }

  private static ObjectNode object(byte[] bytes) {
    JsonNode node = tree(decode(bytes));
    if (!(node instanceof ObjectNode object)) {
      throw new ProblemException(ErrorCode.WRONG_TYPE, "A JSON object is expected.");
    }
    return object;
  }

  /** Reads and drops what is left of a refused body, so that its sender sees the answer. */
  public static void drain(InputStream body, long atMost) {
    byte[] sink = new byte[64 * 1024];
    long left = atMost;
    try {
      while (left > 0) {
        int read = body.read(sink, 0, (int) Math.min(sink.length, left));
        if (read < 0) {
          return;
        }
        left -= read;
      }
    } catch (IOException gone) {
      // Nobody is there to see the answer.
    }
  }

  private static String decode(byte[] bytes) {
    try {
      // A decoder of one's own reports malformed input where new String() would replace it.
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException malformed) {
      throw new ProblemException(ErrorCode.INVALID_JSON, "The body is not valid UTF-8.");
    }
  }

  private static JsonNode tree(String json) {
    try {
      return STRICT.readTree(json);
    } catch (JsonProcessingException malformed) {
      var where = malformed.getLocation();
      String at =
          where == null
              ? ""
              : " (line " + where.getLineNr() + ", column " + where.getColumnNr() + ")";
      throw new ProblemException(ErrorCode.INVALID_JSON, "The body is not valid JSON" + at + ".");
    }
  }

  private static void checkCharacters(JsonNode node) {
    if (node.isTextual()) {
      checkCharacters(node.textValue());
    }
    node.fieldNames().forEachRemaining(JsonBody::checkCharacters);
    node.forEach(JsonBody::checkCharacters);
  }

  private static void checkCharacters(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new ProblemException(
            ErrorCode.NUL_CHARACTER, "Text may hold any character but U+0000.");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new ProblemException(
            ErrorCode.LONE_SURROGATE, "Text holds half of a surrogate pair.");
      }
    }
  }
}
