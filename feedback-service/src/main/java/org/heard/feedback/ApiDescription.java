package org.heard.feedback;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.ConfigProvider;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.heard.feedback.json.FieldLimit;

/**
 * Completes the OpenAPI document with what already stands elsewhere: an answer's example is made of
 * those of its fields, {@code {heard.…}} in a description becomes the setting's value as it is
 * here, and a field with a {@link FieldLimit} gets that setting as its bound, so that none of them
 * can say something else.
 */
@OpenApiFilter(OpenApiFilter.RunStage.RUN)
public class ApiDescription implements OASFilter {
  private static final Pattern SETTING = Pattern.compile("\\{(heard\\.[a-z.-]+)}");

  @Override
  public void filterOpenAPI(OpenAPI document) {
    Map<String, Schema> schemas = document.getComponents().getSchemas();
    schemas.values().forEach(ApiDescription::complete);
    for (PathItem path : document.getPaths().getPathItems().values()) {
      for (Operation operation : path.getOperations().values()) {
        operation.setDescription(withSettings(operation.getDescription()));
        operation
            .getResponses()
            .getAPIResponses()
            .forEach((status, answer) -> complete(status, answer, schemas));
      }
    }
  }

  private static void complete(Schema schema) {
    schema.setDescription(withSettings(schema.getDescription()));
    if (schema.get(FieldLimit.SETTING) instanceof String setting) {
      bound(schema, ConfigProvider.getConfig().getValue(setting, Integer.class));
      schema.set(FieldLimit.SETTING, null);
    }
    if (schema.getProperties() != null) {
      schema.getProperties().values().forEach(ApiDescription::complete);
    }
  }

  private static void bound(Schema schema, int limit) {
    if (schema.getType().contains(Schema.SchemaType.ARRAY)) {
      schema.setMaxItems(limit);
    } else if (schema.getType().contains(Schema.SchemaType.INTEGER)) {
      schema.setMaximum(BigDecimal.valueOf(limit));
    } else {
      schema.setMaxLength(limit);
    }
  }

  private static void complete(String status, APIResponse answer, Map<String, Schema> schemas) {
    answer.setDescription(withSettings(answer.getDescription()));
    if (status.startsWith("2") && answer.getContent() != null) {
      answer.getContent().getMediaTypes().values().forEach(body -> exemplify(body, schemas));
    }
  }

  private static String withSettings(String description) {
    return description == null
        ? null
        : SETTING
            .matcher(description)
            .replaceAll(found -> Matcher.quoteReplacement(value(found.group(1))));
  }

  private static String value(String setting) {
    String value = ConfigProvider.getConfig().getValue(setting, String.class);
    return value + " (`" + setting + "`)";
  }

  private static void exemplify(MediaType body, Map<String, Schema> schemas) {
    if (body.getExamples() == null || body.getExamples().isEmpty()) {
      Object whole = example(body.getSchema(), schemas);
      if (whole != null) {
        body.addExample("an answer", OASFactory.createExample().value(whole));
      }
    }
  }

  /** The schema's own example, else one of its parts; null where there is none. */
  private static Object example(Schema schema, Map<String, Schema> schemas) {
    if (schema.getExamples() != null && !schema.getExamples().isEmpty()) {
      return schema.getExamples().get(0);
    }
    if (schema.getRef() != null) {
      String name = schema.getRef().substring(schema.getRef().lastIndexOf('/') + 1);
      return example(schemas.get(name), schemas);
    }
    if (schema.getAnyOf() != null) {
      return schema.getAnyOf().stream()
          .map(one -> example(one, schemas))
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }
    if (schema.getEnumeration() != null) {
      return schema.getEnumeration().get(0);
    }
    if (schema.getItems() != null) {
      Object item = example(schema.getItems(), schemas);
      return item == null ? null : List.of(item);
    }
    return schema.getProperties() == null ? null : ofFields(schema.getProperties(), schemas);
  }

  /** A field without an example is left out; null where none has one. */
  private static Map<String, Object> ofFields(
      Map<String, Schema> fields, Map<String, Schema> schemas) {
    Map<String, Object> whole = new LinkedHashMap<>();
    fields.forEach(
        (name, field) -> {
          Object value = example(field, schemas);
          if (value != null) {
            whole.put(name, value);
          }
        });
    return whole.isEmpty() ? null : whole;
  }
}
