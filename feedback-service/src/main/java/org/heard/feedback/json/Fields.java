package org.heard.feedback.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.heard.feedback.problem.ProblemException;

/**
 * Takes the fields of a JSON object one by one and remembers everything wrong with them, so that
 * the sender learns of all mistakes at once. A null field is an absent field. Values come back null
 * when absent or wrong; {@link #check} throws if anything was.
 */
public final class Fields {
  private static final int MAX_NAME_CODE_POINTS = 100;

  private final ObjectNode node;
  private final String pointer;
  private final Mistakes mistakes;
  private final Set<String> known = new HashSet<>();

  private Fields(ObjectNode node, String pointer, Mistakes mistakes) {
    this.node = node;
    this.pointer = pointer;
    this.mistakes = mistakes;
  }

  /**
   * The fields of a whole document.
   *
   * @param maxErrors see {@link FieldSettings#maxErrors}
   */
  public static Fields of(ObjectNode document, int maxErrors) {
    return new Fields(document, "", new Mistakes(maxErrors));
  }

  /**
   * The fields of each object of a whole document that is a list of them; one remembers for all.
   *
   * @param maxErrors see {@link FieldSettings#maxErrors}
   */
  public static List<Fields> each(ArrayNode document, int maxErrors) {
    Mistakes mistakes = new Mistakes(maxErrors);
    List<Fields> items = new ArrayList<>();
    for (int i = 0; i < document.size(); i++) {
      if (!(document.get(i) instanceof ObjectNode object)) {
        throw ProblemException.of(List.of(new FieldError("/" + i, ErrorCode.WRONG_TYPE)));
      }
      items.add(new Fields(object, "/" + i, mistakes));
    }
    return items;
  }

  /** Says that the value at {@code name} is wrong; an empty name means the object itself. */
  public void wrong(String name, ErrorCode code) {
    mistakes.add(new FieldError(name.isEmpty() ? pointer : pointerOf(name), code));
  }

  /** A text field, or null. */
  public String text(String name) {
    JsonNode value = take(name);
    if (value == null) {
      return null;
    }
    if (!value.isTextual()) {
      wrong(name, ErrorCode.WRONG_TYPE);
      return null;
    }
    return value.textValue();
  }

  /** A text field that must be there and not blank. */
  public String requiredText(String name) {
    String value = required(name, text(name));
    if (value != null && value.isBlank()) {
      wrong(name, ErrorCode.MISSING_FIELD);
      return null;
    }
    return value;
  }

  /** A text field of a closed list, or null. */
  public String oneOf(String name, Collection<String> allowed) {
    return parsed(name, ErrorCode.INVALID_VALUE, text -> allowed.contains(text) ? text : null);
  }

  /**
   * A text field turned into something else by {@code parser}, which says null to what is wrong.
   */
  public <T> T parsed(String name, ErrorCode otherwise, Function<String, T> parser) {
    String text = text(name);
    if (text == null) {
      return null;
    }
    T value = parser.apply(text);
    if (value == null) {
      wrong(name, otherwise);
    }
    return value;
  }

  /** Reports {@code value} as missing if it is null and the field was not sent. */
  public <T> T required(String name, T value) {
    if (value == null && !present(name)) {
      wrong(name, ErrorCode.MISSING_FIELD);
    }
    return value;
  }

  /** An integer field from {@code min} to {@code max}, or null. */
  public Long integer(String name, long min, long max, ErrorCode otherwise) {
    JsonNode value = take(name);
    if (value == null) {
      return null;
    }
    if (!value.isNumber()) {
      wrong(name, ErrorCode.WRONG_TYPE);
      return null;
    }
    boolean fits = value.isIntegralNumber() && value.canConvertToLong();
    if (!fits || value.longValue() < min || value.longValue() > max) {
      wrong(name, otherwise);
      return null;
    }
    return value.longValue();
  }

  /** A boolean field, or null. */
  public Boolean bool(String name) {
    JsonNode value = take(name);
    if (value == null) {
      return null;
    }
    if (!value.isBoolean()) {
      wrong(name, ErrorCode.WRONG_TYPE);
      return null;
    }
    return value.booleanValue();
  }

  /** The fields of an object field, or null. */
  public Fields object(String name) {
    JsonNode value = take(name);
    if (value == null) {
      return null;
    }
    if (!(value instanceof ObjectNode object)) {
      wrong(name, ErrorCode.WRONG_TYPE);
      return null;
    }
    return new Fields(object, pointerOf(name), mistakes);
  }

  /**
   * The objects of an array field, to be gone through once; none if absent. Each is made when it is
   * its turn: a document may have more of them than anybody wants, and they take more room than it.
   */
  public Iterable<Fields> objects(String name) {
    JsonNode array = array(name);
    int size = array == null ? 0 : array.size();
    return () ->
        IntStream.range(0, size)
            .mapToObj(i -> item(name + "/" + i, array.get(i)))
            .filter(Objects::nonNull)
            .iterator();
  }

  private Fields item(String name, JsonNode value) {
    if (value instanceof ObjectNode object) {
      return new Fields(object, pointerOf(name), mistakes);
    }
    wrong(name, ErrorCode.WRONG_TYPE);
    return null;
  }

  /** The names of this object's fields, whatever they are. */
  public List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** The texts of an array field; empty if absent. */
  public List<String> texts(String name) {
    List<String> items = new ArrayList<>();
    JsonNode array = array(name);
    for (int i = 0; array != null && i < array.size(); i++) {
      if (array.get(i).isTextual()) {
        items.add(array.get(i).textValue());
      } else {
        wrong(name + "/" + i, ErrorCode.WRONG_TYPE);
      }
    }
    return items;
  }

  /** Reports every field of this object that nobody asked for. */
  public void rejectUnknown() {
    node.fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.contains(name)) {
                wrong(escape(name), ErrorCode.UNKNOWN_FIELD);
              }
            });
  }

  /**
   * Throws one problem that names everything wrong in the document. What could not be read (400)
   * goes before what has a wrong value (422).
   */
  public void check() {
    if (unreadable()) {
      throw ProblemException.of(mistakes.unreadables());
    }
    if (anyWrong()) {
      throw ProblemException.of(mistakes.all());
    }
  }

  /**
   * What has a wrong value, for whoever has more to look up before all of it is told.
   *
   * @throws ProblemException naming everything that could not be read (400)
   */
  public List<FieldError> wrongValues() {
    if (unreadable()) {
      check();
    }
    return mistakes.all();
  }

  /** Whether anything in the document has been found wrong. */
  public boolean anyWrong() {
    return !mistakes.isEmpty();
  }

  /** Whether anything in the document could not be read at all. */
  public boolean unreadable() {
    return mistakes.unreadable();
  }

  private boolean present(String name) {
    return node.hasNonNull(name);
  }

  private JsonNode array(String name) {
    JsonNode value = take(name);
    if (value != null && !value.isArray()) {
      wrong(name, ErrorCode.WRONG_TYPE);
      return null;
    }
    return value;
  }

  private JsonNode take(String name) {
    known.add(name);
    JsonNode value = node.get(name);
    return value == null || value.isNull() ? null : value;
  }

  private String pointerOf(String name) {
    return pointer + "/" + name;
  }

  /**
   * A field's name as it stands in a JSON pointer. One that the sender made up may be long and is
   * cut: the pointer only has to be recognised.
   */
  public static String escape(String name) {
    String escaped = name.replace("~", "~0").replace("/", "~1");
    int kept = Math.min(escaped.codePointCount(0, escaped.length()), MAX_NAME_CODE_POINTS);
    return escaped.substring(0, escaped.offsetByCodePoints(0, kept));
  }
}
