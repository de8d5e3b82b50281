package org.heard.feedback.fhir;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hl7.fhir.r4.model.Base;
import org.hl7.fhir.r4.model.Property;
import org.hl7.fhir.r4.model.QuestionnaireResponse;

/**
 * Follows FHIRPath of names and indices through a resource, by R4's names of elements as HAPI's
 * structures know them. In JSON a choice and what a primitive has beside its value are written
 * under other names.
 */
final class ElementPaths {
  private static final Pattern STEP = Pattern.compile("(\\w+)(?:\\[(\\d+)\\])?");

  private ElementPaths() {}

  /** Whether the path leads to something that was sent, right or wrong. */
  static boolean leadsSomewhere(String path, String resource) throws JsonProcessingException {
    List<String> steps = List.of(path.split("\\."));
    Base element = new QuestionnaireResponse();
    JsonNode at = new ObjectMapper().readTree(resource);
    for (String step : steps.subList(1, steps.size())) {
      Matcher parts = STEP.matcher(step);
      String field = parts.matches() ? field(element, parts.group(1), at) : null;
      if (field == null) {
        return false;
      }
      at = at.get(field);
      if (parts.group(2) != null) {
        at = at.path(Integer.parseInt(parts.group(2)));
      }
      element = at.isObject() && !field.startsWith("_") ? element.addChild(field) : null;
    }
    return !at.isMissingNode();
  }

  /** The name in JSON of an element that is there, or null. */
  private static String field(Base parent, String name, JsonNode at) {
    Property property = parent == null ? null : parent.getNamedProperty(name);
    if (property == null || !property.getName().replace("[x]", "").equals(name)) {
      return null;
    }
    String plain = property.getName().endsWith("[x]") ? name + "[A-Z]\\w*" : name;
    return Stream.of(plain, "_" + plain)
        .flatMap(form -> at.properties().stream().filter(of -> of.getKey().matches(form)))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }
}
