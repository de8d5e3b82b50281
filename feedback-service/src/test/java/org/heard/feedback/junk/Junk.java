package org.heard.feedback.junk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Turns what is right into something that hardly anybody would send. */
final class Junk {
  /** Under which a door may store something. */
  static final String ID = "00000000-0000-0000-0000-000000000000";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final String HERE = "\"~here~\"";

  private static final List<String> FRAGMENTS =
      List.of(
          "\"",
          "\"\"",
          ",",
          "\n",
          "\r\n",
          "\r",
          "\u0000",
          "{",
          "}",
          "[",
          "]",
          ":",
          "null",
          "1e999",
          "-1",
          "\\u0000",
          "\\ud800",
          "\uFEFF",
          "\u00E9",
          "\uD83D\uDE00",
          "=1+1",
          "#NAME?",
          " ",
          "W99",
          "true",
          "%00",
          "%",
          "%FF",
          "%F0%9F%98%80",
          "%ED%A0%80",
          "&",
          "==",
          "&rating=7",
          "&good=",
          "&website=1",
          "&form=",
          "&x=y",
          "<b>",
          "\u202E",
          "[".repeat(3000),
          " ".repeat(70_000));

  /** In the place of a value: of another type, too large, too long, or nearly right. */
  private static final List<String> VALUES =
      List.of(
          "null",
          "true",
          "0",
          "-1",
          "7",
          "1.5",
          "1e999",
          "9223372036854775808",
          "{}",
          "[]",
          "[null]",
          "[[[[[[[[]]]]]]]]",
          "{\"\":\"\"}",
          "\"\"",
          "\" \"",
          "\"\\u0000\"",
          "\"\\ud83d\"",
          "\"\\u200b\"",
          "\"\uD83D\uDE00\"",
          "\"W99\"",
          "\"O02\"",
          "\"=1+1\"",
          "\"2026-13-45T99:99:99Z\"",
          "\"+999999999-01-01T00:00:00Z\"",
          "\"0001-01-01T00:00:00+18:00\"",
          "\"9999-12-31\"",
          "\"en-Latn-GB-x-a-b-c\"",
          "\"" + ID + "\"",
          "\"7QK2-M0ZD-9XVA-4T8C-P\"",
          "\"" + "a".repeat(5000) + "\"",
          "{\"code\":\"1\"}",
          "{\"value\":\"x\"}",
          "{\"reference\":\"#x\"}",
          "{\"start\":\"never\"}",
          "{\"contentType\":\"text/plain\",\"data\":\"!\"}",
          "[{\"url\":\"urn:x\",\"valueString\":\"x\"}]",
          "[{\"resourceType\":\"Patient\"}]",
          "\"<div/>\"",
          "\"\\u0007\\t\\n\"",
          "\"Etc/GMT+12\"");

  /** Names that are unknown, or known elsewhere. */
  private static final List<String> NAMES =
      List.of(
          "unheard~/of",
          "contained",
          "extension",
          "modifierExtension",
          "implicitRules",
          "_status",
          "item",
          "answer",
          "valueAttachment",
          "valueBoolean",
          "valueDate",
          "valueDateTime",
          "valueDecimal",
          "valueInteger",
          "valueQuantity",
          "valueReference",
          "valueString",
          "valueTime",
          "valueUri",
          "value[x]",
          "value",
          "id",
          "linkId",
          "text",
          "definition",
          "meta",
          "status",
          "authored",
          "source",
          "fhir_comments",
          "resourceType",
          "");

  private static final List<String> TYPES =
      List.of(
          "application/json; charset=nonsense",
          "application/json;charset=UTF-16",
          "///",
          "json",
          "text/plain",
          "text/csv; charset=latin1",
          "application/x-ndjson",
          "application/json",
          "multipart/form-data; boundary=x",
          "application/x-www-form-urlencoded",
          "*/*",
          "application/*",
          "text/*",
          "",
          ";");

  private static final List<String> ACCEPTS =
      List.of(
          "*/*",
          "*/*;q=0",
          "application/json",
          "application/problem+json",
          "application/fhir+json;q=nonsense",
          "text/plain, */*;q=0.1",
          "image/png",
          "text/*",
          "///",
          "json",
          ";");

  private final Random random;

  Junk(Random random) {
    this.random = random;
  }

  boolean oneIn(int many) {
    return random.nextInt(many) == 0;
  }

  String type() {
    return oneOf(TYPES);
  }

  String accept() {
    return oneOf(ACCEPTS);
  }

  /** What no key and no token is, in characters that a header takes. */
  String bearer(String right) {
    StringBuilder bearer = new StringBuilder(right);
    bearer.setCharAt(random.nextInt(bearer.length()), (char) ('!' + random.nextInt(90)));
    return oneIn(2) ? bearer.toString() : bearer.substring(random.nextInt(bearer.length()));
  }

  /** A document in which a few fields hold what they should not, are lost, or are unknown. */
  byte[] fields(byte[] right) {
    try {
      JsonNode document = JSON.readTree(right);
      List<String> values = new ArrayList<>();
      for (int i = random.nextInt(3); i >= 0; i--) {
        change(document, values);
      }
      String text = JSON.writeValueAsString(document);
      for (String value : values) {
        int at = text.indexOf(HERE);
        // A later change may have thrown an earlier one away.
        text = at < 0 ? text : text.substring(0, at) + value + text.substring(at + HERE.length());
      }
      return text.getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException severalLines) {
      throw new IllegalStateException(severalLines);
    } catch (java.io.IOException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void change(JsonNode document, List<String> values) {
    List<JsonNode> inside = new ArrayList<>();
    containers(document, inside);
    JsonNode node = oneOf(inside);
    String marker = HERE.substring(1, HERE.length() - 1);
    if (node instanceof ArrayNode array) {
      if (!array.isEmpty() && oneIn(3)) {
        array.add(array.get(random.nextInt(array.size())).deepCopy());
        return;
      }
      array.insert(random.nextInt(array.size() + 1), marker);
      values.add(oneOf(VALUES));
      return;
    }
    ObjectNode object = (ObjectNode) node;
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    if (names.isEmpty() || oneIn(8)) {
      object.put(oneOf(NAMES), marker);
      values.add(oneOf(VALUES));
    } else if (oneIn(8)) {
      object.set(oneOf(NAMES), object.get(oneOf(names)).deepCopy());
    } else if (oneIn(4)) {
      object.remove(oneOf(names));
    } else {
      object.put(oneOf(names), marker);
      values.add(oneOf(VALUES));
    }
  }

  private static void containers(JsonNode node, List<JsonNode> found) {
    if (node.isContainerNode()) {
      found.add(node);
      node.forEach(child -> containers(child, found));
    }
  }

  /** Some bytes turned, some pieces lost, doubled or put in; now and then nothing is left. */
  byte[] bytes(byte[] right) {
    if (oneIn(20)) {
      byte[] noise = new byte[random.nextInt(400)];
      random.nextBytes(noise);
      return noise;
    }
    byte[] bytes = right.clone();
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(bytes.length + 1);
      int to = Math.min(bytes.length, at + random.nextInt(12));
      bytes =
          switch (random.nextInt(4)) {
            case 0 -> turned(bytes, at);
            case 1 -> joined(Arrays.copyOf(bytes, at), Arrays.copyOfRange(bytes, to, bytes.length));
            case 2 -> joined(Arrays.copyOf(bytes, to), Arrays.copyOfRange(bytes, at, bytes.length));
            default ->
                joined(
                    joined(
                        Arrays.copyOf(bytes, at),
                        oneOf(FRAGMENTS).getBytes(StandardCharsets.UTF_8)),
                    Arrays.copyOfRange(bytes, at, bytes.length));
          };
    }
    return bytes;
  }

  /** Some places of a body, in their order; also in the midst of a character or a line's end. */
  List<Integer> cuts(int length) {
    return random.ints(random.nextInt(6), 0, length + 1).sorted().boxed().toList();
  }

  private byte[] turned(byte[] bytes, int at) {
    if (at < bytes.length) {
      bytes[at] = (byte) random.nextInt();
    }
    return bytes;
  }

  private <T> T oneOf(List<T> choices) {
    return choices.get(random.nextInt(choices.size()));
  }

  static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
