package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;

/** Collects tags: of those with one layer, theme and polarity the most confident stays. */
final class TagList {

  private final Map<List<Object>, Tag> tags = new LinkedHashMap<>();

  void add(Tag tag) {
    List<Object> key = new ArrayList<>();
    key.add(tag.layer());
    key.add(tag.theme());
    key.add(Objects.requireNonNullElse(tag.polarity(), ""));
    tags.merge(key, tag, (had, now) -> now.confidence() > had.confidence() ? now : had);
  }

  void general(String theme, double confidence, Evidence evidence) {
    add(new Tag(Layer.GENERAL, theme, null, null, confidence, evidence));
  }

  boolean has(Predicate<Tag> wanted) {
    return tags.values().stream().anyMatch(wanted);
  }

  boolean has(Polarity polarity) {
    return has(tag -> tag.polarity() == polarity);
  }

  boolean hasGeneral(String theme) {
    return has(tag -> tag.layer() == Layer.GENERAL && tag.theme().equals(theme));
  }

  Collection<Tag> all() {
    return tags.values();
  }

  List<Tag> toList() {
    return List.copyOf(tags.values());
  }
}
