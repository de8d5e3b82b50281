package org.heard.feedback.fhir;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.BooleanType;
import org.hl7.fhir.r4.model.CanonicalType;
import org.hl7.fhir.r4.model.CodeType;
import org.hl7.fhir.r4.model.DateTimeType;
import org.hl7.fhir.r4.model.DateType;
import org.hl7.fhir.r4.model.DecimalType;
import org.hl7.fhir.r4.model.IntegerType;
import org.hl7.fhir.r4.model.Narrative;
import org.hl7.fhir.r4.model.PrimitiveType;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.StringType;
import org.hl7.fhir.r4.model.TimeType;
import org.hl7.fhir.r4.model.UriType;

/**
 * What R4 says of a JSON field in an element.
 *
 * @param name of the field
 * @param slot where the structure keeps its value: the name, but {@code value[x]} for a choice
 * @param type of R4; empty or a path for what has no type of its own
 * @param many whether it may stand several times
 */
record Element(String name, String slot, String type, boolean many) {
  private static final String CHOICE = "[x]";
  private static final Set<String> NUMBERS =
      Set.of("decimal", "integer", "positiveInt", "unsignedInt");

  /** The field of this name, or null if R4 knows none. */
  static Element of(Base parent, String name) {
    Property property = parent.getNamedProperty(name);
    if (property == null) {
      // The structures keep XHTML as a tree and count it among no properties.
      boolean xhtml = parent instanceof Narrative && name.equals("div");
      return xhtml ? new Element(name, name, "xhtml", false) : null;
    }
    String slot = property.getName();
    if (!slot.endsWith(CHOICE)) {
      String type = property.getTypeCode().replaceFirst("\\(.*", "");
      return new Element(name, slot, type, property.isList());
    }
    // A choice also answers to its own name, under which nothing stands in JSON.
    String suffix = name.substring(slot.length() - CHOICE.length());
    return suffix.isEmpty() || suffix.equals(CHOICE)
        ? null
        : new Element(name, slot, chosen(suffix, property.getTypeCode()), property.isList());
  }

  private static String chosen(String suffix, String types) {
    String primitive = Character.toLowerCase(suffix.charAt(0)) + suffix.substring(1);
    return List.of(types.split("\\|")).contains(primitive) ? primitive : suffix;
  }

  /** Its name in a path: of a choice it is the same whatever its type. */
  String path() {
    return isChoice() ? slot.substring(0, slot.length() - CHOICE.length()) : name;
  }

  /** Whether it is one of several fields of which one may stand. */
  boolean isChoice() {
    return slot.endsWith(CHOICE);
  }

  /** Types of their own fields begin with a capital; what has none has fields, too. */
  boolean isPrimitive() {
    return !type.isEmpty() && Character.isLowerCase(type.charAt(0));
  }

  /** Whether a JSON value is of the kind that stands for this type. */
  boolean isOfKind(JsonNode value) {
    if (!isPrimitive()) {
      return value.isObject();
    }
    if (type.equals("boolean")) {
      return value.isBoolean();
    }
    return NUMBERS.contains(type) ? value.isNumber() : value.isTextual();
  }

  PrimitiveType<?> newPrimitive() {
    return switch (type) {
      case "boolean" -> new BooleanType();
      case "canonical" -> new CanonicalType();
      case "code" -> new CodeType();
      case "date" -> new DateType();
      case "dateTime" -> new DateTimeType();
      case "decimal" -> new DecimalType();
      case "integer" -> new IntegerType();
      case "time" -> new TimeType();
      case "uri" -> new UriType();
      default -> new StringType();
    };
  }
}
