package org.heard.gateway.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;

/**
 * What somebody sends of an action. Every field is either a text that a person wrote, which is
 * redacted, or a value that analytics-service reads into a closed form; nothing else goes on, so no
 * word is kept that redaction has not read.
 */
final class ActionBody {
  private static final Map<String, ToIntFunction<ActionSettings>> TEXTS =
      Map.of(
          "aim", ActionSettings::maxAim,
          "changeIdea", ActionSettings::maxChangeIdea,
          "prediction", ActionSettings::maxPrediction,
          "owner", ActionSettings::maxOwner,
          "whatHappened", ActionSettings::maxWhatHappened,
          "reason", ActionSettings::maxReason,
          "statement.youSaid", ActionSettings::maxStatement,
          "statement.weDid", ActionSettings::maxStatement);

  private static final Set<String> VALUES =
      Set.of(
          "status",
          "aimBy",
          "target",
          "startsOn",
          "endsOn",
          "decision",
          "measure.kind",
          "measure.pillar",
          "measure.layer",
          "measure.theme",
          "measure.polarity");

  private static final Set<String> CREATION_ONLY =
      Set.of(
          "insightRef.layer",
          "insightRef.theme",
          "insightRef.polarity",
          "insightRef.bucket",
          "insightRef.period",
          "insightRef.numerator",
          "insightRef.denominator",
          "insightRef.countedAt");

  private static final Set<String> CHANGE_ONLY = Set.of("version");

  /** Characters of a value: the longest is the code of a theme. */
  private static final int MAX_VALUE = 100;

  /** The name is not repeated: it may hold anything. */
  private static final String UNKNOWN = "The description of the operation lists all fields.";

  private final ObjectNode fields;

  private ActionBody(ObjectNode fields) {
    this.fields = fields;
  }

  /** A new action. */
  static ActionBody creation(JsonNode body, ActionSettings settings) {
    return read(body, CREATION_ONLY, settings);
  }

  /** A merge patch with the version that it is meant for. */
  static ActionBody change(JsonNode body, ActionSettings settings) {
    return read(body, CHANGE_ONLY, settings);
  }

  /** The version in a body that has nothing else. */
  static int version(JsonNode body) {
    if (body == null || body.size() != 1 || !body.path("version").canConvertToInt()) {
      throw unreadable("Send an object with the version that you have seen, and nothing else.");
    }
    if (!body.get("version").isIntegralNumber()) {
      throw unreadable("version is a whole number.");
    }
    return body.get("version").intValue();
  }

  private static ActionBody read(JsonNode body, Set<String> more, ActionSettings settings) {
    if (!(body instanceof ObjectNode object)) {
      throw unreadable("Send an object.");
    }
    object.properties().forEach(field -> check(field.getKey(), field.getValue(), more, settings));
    return new ActionBody(object.deepCopy());
  }

  private static void check(
      String name, JsonNode value, Set<String> more, ActionSettings settings) {
    // A dot in a name of theirs would pass for a field of an object, and its text by redaction.
    require(name.indexOf('.') < 0, ErrorCode.UNKNOWN_FIELD, UNKNOWN);
    if (isObject(name, more)) {
      require(value.isObject() || value.isNull(), ErrorCode.WRONG_TYPE, name + " is an object.");
      value
          .properties()
          .forEach(f -> checkLeaf(name + "." + f.getKey(), f.getValue(), more, settings));
    } else {
      checkLeaf(name, value, more, settings);
    }
  }

  private static boolean isObject(String name, Set<String> more) {
    return Stream.of(TEXTS.keySet(), VALUES, more)
        .flatMap(Set::stream)
        .anyMatch(field -> field.startsWith(name + "."));
  }

  private static void checkLeaf(
      String name, JsonNode value, Set<String> more, ActionSettings settings) {
    ToIntFunction<ActionSettings> bound = TEXTS.get(name);
    require(
        bound != null || VALUES.contains(name) || more.contains(name),
        ErrorCode.UNKNOWN_FIELD,
        UNKNOWN);
    if (bound != null && !value.isNull()) {
      checkText(name, value, bound.applyAsInt(settings));
    } else if (bound == null) {
      require(!value.isContainerNode(), ErrorCode.WRONG_TYPE, name + " is a single value.");
      require(
          !value.isTextual()
              || (isPlain(value.textValue()) && value.textValue().length() <= MAX_VALUE),
          ErrorCode.INVALID_VALUE,
          name + " has a value that cannot be.");
    }
  }

  private static void checkText(String name, JsonNode value, int max) {
    require(value.isTextual(), ErrorCode.WRONG_TYPE, name + " is a text.");
    String text = value.textValue();
    require(isPlain(text), ErrorCode.INVALID_VALUE, name + " has a NUL or half a character.");
    require(!text.isBlank(), ErrorCode.INVALID_VALUE, name + " is empty; null removes it.");
    require(
        text.codePointCount(0, text.length()) <= max,
        ErrorCode.TEXT_TOO_LONG,
        name + " has at most " + max + " code points.");
  }

  /** Whether every later reader can hold it: no U+0000, no half of a surrogate pair. */
  private static boolean isPlain(String text) {
    return text.codePoints()
        .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
  }

  /** The period's size of the number that is answered; null where no text says it. */
  String bucket() {
    return fields.path("insightRef").path("bucket").textValue();
  }

  /** The same with each text as {@code redaction} leaves it. */
  ObjectNode redacted(UnaryOperator<String> redaction) {
    ObjectNode redacted = fields.deepCopy();
    for (String name : TEXTS.keySet()) {
      String[] path = name.split("\\.", -1);
      JsonNode owner = path.length == 1 ? redacted : redacted.path(path[0]);
      String leaf = path[path.length - 1];
      if (owner.path(leaf).isTextual()) {
        ((ObjectNode) owner).put(leaf, redaction.apply(owner.get(leaf).textValue()));
      }
    }
    return redacted;
  }

  private static void require(boolean holds, ErrorCode code, String detail) {
    if (!holds) {
      throw new ProblemException(code, detail);
    }
  }

  private static ProblemException unreadable(String detail) {
    return new ProblemException(ErrorCode.BAD_REQUEST, detail);
  }
}
