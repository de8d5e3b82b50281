package org.heard.analytics.action;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** JSON Merge Patch (RFC 7396): what is sent replaces, null removes, objects are merged. */
final class MergePatch {

  private MergePatch() {}

  /** The target with the patch merged in; neither is changed. */
  static JsonNode apply(JsonNode target, JsonNode patch) {
    return patch.isObject() ? merged(target, (ObjectNode) patch) : patch;
  }

  /** The same for an object. */
  static ObjectNode merged(JsonNode target, ObjectNode patch) {
    ObjectNode merged =
        target instanceof ObjectNode object
            ? object.deepCopy()
            : JsonNodeFactory.instance.objectNode();
    patch
        .properties()
        .forEach(
            field -> {
              if (field.getValue().isNull()) {
                merged.remove(field.getKey());
              } else {
                JsonNode before = merged.path(field.getKey());
                merged.set(field.getKey(), apply(before, field.getValue()));
              }
            });
    return merged;
  }
}
