package org.heard.feedback.fhir;

import ca.uhn.fhir.parser.DataFormatException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import org.heard.feedback.json.Fields;
import org.heard.feedback.json.Mistakes;
import org.heard.feedback.problem.ErrorCode;
import org.heard.feedback.problem.FieldError;
import org.hl7.fhir.exceptions.FHIRException;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * Reads a QuestionnaireResponse and finds everything in it that R4 does not allow at its place, and
 * everything that it allows but that would be lost here. What R4 allows, HAPI's structures
 * themselves say.
 */
final class Structure {
  /**
   * Says nothing of what the patient answered, and may name the patient: checked like all else,
   * then left out.
   */
  private static final Set<String> IGNORED =
      Set.of("id", "meta", "text", "basedOn", "partOf", "subject", "encounter", "author", "source");

  /** May change or add to what was said. */
  private static final Set<String> UNSUPPORTED =
      Set.of("contained", "extension", "implicitRules", "modifierExtension");

  private final QuestionnaireResponse response = new QuestionnaireResponse();
  private final Mistakes problems;

  /**
   * Reads a resource whose type is known to be right.
   *
   * @param maxIssues see {@link FhirSettings#maxIssues}
   */
  Structure(ObjectNode resource, int maxIssues) {
    problems = new Mistakes(maxIssues);
    Base ignored = new QuestionnaireResponse();
    for (var field : resource.properties()) {
      String name = field.getKey();
      boolean kept = !IGNORED.contains(name);
      if (!name.equals("resourceType")) {
        field(kept ? response : ignored, name, field.getValue(), "", kept);
      }
    }
  }

  /** What was said, without what is ignored or wrong. */
  QuestionnaireResponse response() {
    return response;
  }

  /**
   * What is wrong, in the order of the document. Pointers are by the names of elements, which are
   * not always those in JSON.
   */
  List<FieldError> problems() {
    return problems.all();
  }

  /**
   * Reads one field of an object.
   *
   * @param of the element that the object is
   * @param parent where the object stands
   * @param kept whether what stands here is kept: elsewhere extensions do no harm
   */
  private void field(Base of, String name, JsonNode value, String parent, boolean kept) {
    // A primitive's own id and extensions stand beside it, under its name with a line before.
    boolean beside = name.startsWith("_");
    String plain = beside ? name.substring(1) : name;
    Element element = Element.of(of, plain);
    if (element == null) {
      wrong(parent + "/" + Fields.escape(name), ErrorCode.UNKNOWN_FIELD);
      return;
    }
    String pointer = parent + "/" + element.path();
    if (beside || UNSUPPORTED.contains(plain) || isNested(plain, parent)) {
      if (kept) {
        wrong(pointer, ErrorCode.UNSUPPORTED_ELEMENT);
      }
    } else if (element.many()) {
      values(of, element, value, pointer, kept);
    } else {
      value(of, element, value, pointer, kept);
    }
  }

  /** The published questionnaire asks no question within another or within a group. */
  private static boolean isNested(String name, String parent) {
    return name.equals("item") && !parent.isEmpty();
  }

  private void values(Base of, Element element, JsonNode array, String pointer, boolean kept) {
    if (!array.isArray()) {
      wrong(pointer, ErrorCode.WRONG_TYPE);
    } else if (array.isEmpty()) {
      wrong(pointer, ErrorCode.INVALID_VALUE);
    }
    for (int i = 0; array.isArray() && i < array.size(); i++) {
      value(of, element, array.get(i), pointer + "/" + i, kept);
    }
  }

  private void value(Base of, Element element, JsonNode value, String pointer, boolean kept) {
    if (!element.isOfKind(value)) {
      wrong(pointer, ErrorCode.WRONG_TYPE);
    } else if (element.isChoice() && of.getNamedProperty(element.slot()).hasValues()) {
      // Of two choices the structure would keep the last.
      wrong(pointer, ErrorCode.INVALID_VALUE);
    } else if (!element.isPrimitive()) {
      object(of.addChild(element.name()), (ObjectNode) value, pointer, kept);
    } else if (kept && !set(of, element, value.asText())) {
      boolean time = element.type().equals("dateTime");
      wrong(pointer, time ? ErrorCode.INVALID_TIME : ErrorCode.INVALID_VALUE);
    }
  }

  private void object(Base of, ObjectNode object, String pointer, boolean kept) {
    if (object.isEmpty()) {
      wrong(pointer, ErrorCode.INVALID_VALUE);
    }
    for (var field : object.properties()) {
      field(of, field.getKey(), field.getValue(), pointer, kept);
    }
  }

  /** False for what is no value of its type; as one it stays, so that it does not seem missing. */
  private static boolean set(Base of, Element element, String text) {
    PrimitiveType<?> value = element.newPrimitive();
    boolean right = true;
    try {
      value.setValueAsString(text);
    } catch (DataFormatException | IllegalArgumentException malformed) {
      right = false;
    }
    try {
      of.setProperty(element.slot(), value);
    } catch (FHIRException unknownCode) {
      right = false;
    }
    return right;
  }

  private void wrong(String pointer, ErrorCode code) {
    problems.add(new FieldError(pointer, code));
  }
}
