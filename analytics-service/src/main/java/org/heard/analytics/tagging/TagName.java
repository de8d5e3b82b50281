package org.heard.analytics.tagging;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a tag says, without where: no comment has two tags of one name.
 *
 * @param theme a code of {@link Themes} in this layer
 * @param polarity one of the layer's; null in the layer general
 */
public record TagName(Layer layer, String theme, Polarity polarity) {
  private static final Map<Layer, Set<Polarity>> POLARITIES =
      Map.of(
          Layer.COMPASSION, EnumSet.of(Polarity.PRESENT, Polarity.ABSENT),
          Layer.PRACTICAL, EnumSet.of(Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.NEUTRAL),
          Layer.GENERAL, Set.of());

  /** The name of these codes, the last null for none; empty where the taxonomy has no such tag. */
  public static Optional<TagName> of(String layer, String theme, String polarity) {
    return Themes.of(theme)
        .filter(known -> known.layer().code().equals(layer))
        .flatMap(known -> of(known, polarity));
  }

  private static Optional<TagName> of(Themes.Theme known, String polarity) {
    Set<Polarity> possible = POLARITIES.get(known.layer());
    if (polarity == null) {
      return possible.isEmpty()
          ? Optional.of(new TagName(known.layer(), known.code(), null))
          : Optional.empty();
    }
    return possible.stream()
        .filter(one -> one.code().equals(polarity))
        .findFirst()
        .map(one -> new TagName(known.layer(), known.code(), one));
  }

  /** Whether it says something of a comment's content, and not that there is none to be read. */
  public boolean ofContent() {
    return !theme.equals(Themes.NO_CONTENT) && !theme.equals(Themes.UNSUPPORTED_LANGUAGE);
  }

  /** The polarity's code as it is stored: empty for none. */
  public String storedPolarity() {
    return polarity == null ? "" : polarity.code();
  }
}
