package org.heard.feedback.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.ProblemException;

/**
 * Reads request documents strictly: size first, then UTF-8, then JSON, then characters that
 * PostgreSQL or a later reader could not hold. All of it is 400 or 413; what values mean is for the
 * caller to judge.
 */
public final class JsonBody {
  /** By the most tokens that they read: one for each setting that says how many. */
  private static final Map<Integer, ObjectMapper> STRICT = new ConcurrentHashMap<>();

  private JsonBody() {}

  /**
   * The JSON object in a request's body.
   *
   * @param maxBytes largest body taken; a larger one is {@code BODY_TOO_LARGE}
   */
  public static ObjectNode read(InputStream body, int maxBytes) {
    // No document has more tokens than bytes.
    return read(body, maxBytes, maxBytes);
  }

  /**
   * The same where anybody's key does and large documents come.
   *
   * @param maxTokens most tokens taken; a tree takes many times the bytes of a document that is
   *     nothing but tokens. With more it is {@code TOO_MANY_VALUES}
   */
  public static ObjectNode read(InputStream body, int maxBytes, int maxTokens) {
    return parse(bytes(body, maxBytes), maxTokens);
  }

  /**
   * The JSON array in a request's body.
   *
   * @param maxBytes largest body taken; a larger one is {@code BODY_TOO_LARGE}
   */
  public static ArrayNode readArray(InputStream body, int maxBytes) {
    JsonNode node = tree(decode(bytes(body, maxBytes)), maxBytes);
    if (!(node instanceof ArrayNode array)) {
      throw new ProblemException(ErrorCode.WRONG_TYPE, "A JSON array is expected.");
    }
    checkCharacters(array);
    return array;
  }

  /** The same, but for the characters of one field, which is only compared and never kept. */
  public static ObjectNode readButFor(String field, InputStream body, int maxBytes) {
    ObjectNode object = object(bytes(body, maxBytes), maxBytes);
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

  /**
   * The JSON object in these bytes.
   *
   * @param maxTokens see above
   */
  public static ObjectNode parse(byte[] bytes, int maxTokens) {
    ObjectNode object = object(bytes, maxTokens);
    checkCharacters(object);
    return object;
  }

  private static ObjectNode object(byte[] bytes, int maxTokens) {
    JsonNode node = tree(decode(bytes), maxTokens);
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

  private static JsonNode tree(String json, int maxTokens) {
    ObjectMapper mapper = STRICT.computeIfAbsent(maxTokens, JsonBody::strict);
    try (JsonParser parser = mapper.createParser(json)) {
      return tree(mapper, parser, maxTokens);
    } catch (IOException impossible) {
      throw new UncheckedIOException("a text could not be read", impossible);
    }
  }

  private static ObjectMapper strict(int maxTokens) {
    return JsonMapper.builder(
            JsonFactory.builder()
                .streamReadConstraints(
                    StreamReadConstraints.builder().maxTokenCount(maxTokens).build())
                .build())
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
        .build();
  }

  private static JsonNode tree(ObjectMapper mapper, JsonParser parser, int maxTokens)
      throws IOException {
    try {
      return mapper.readTree(parser);
    } catch (JsonProcessingException malformed) {
      if (parser.currentTokenCount() > maxTokens) {
        throw new ProblemException(
            ErrorCode.TOO_MANY_VALUES,
            "At most "
                + maxTokens
                + " JSON tokens: names, values, beginnings and ends of lists and objects.");
      }
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
