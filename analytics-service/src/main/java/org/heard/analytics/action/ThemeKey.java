package org.heard.analytics.action;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.Layer;
import org.heard.analytics.tagging.Polarity;
import org.heard.analytics.tagging.Themes;

/** One row of the counts by theme; {@code polarity} is null in the layer general. */
record ThemeKey(String layer, String theme, String polarity) {
  static final Set<String> FIELDS = Set.of("layer", "theme", "polarity");

  static ThemeKey read(Fields fields) {
    Layer layer = fields.required("layer", fields.code("layer", ThemeKey::layer));
    String theme = fields.required("theme", fields.string("theme"));
    if (Themes.of(theme).filter(known -> known.layer() == layer).isEmpty()) {
      throw new ProblemException(ErrorCode.INVALID_VALUE, "theme is a theme's code of the layer.");
    }
    Polarity polarity = fields.code("polarity", ThemeKey::polarity);
    Set<Polarity> possible = polarities(layer);
    if (polarity == null ? !possible.isEmpty() : !possible.contains(polarity)) {
      throw new ProblemException(
          ErrorCode.INVALID_VALUE, "polarity is one of the layer; general has none.");
    }
    return new ThemeKey(layer.code(), theme, polarity == null ? null : polarity.code());
  }

  private static Set<Polarity> polarities(Layer layer) {
    return switch (layer) {
      case COMPASSION -> EnumSet.of(Polarity.PRESENT, Polarity.ABSENT);
      case PRACTICAL -> EnumSet.of(Polarity.POSITIVE, Polarity.NEGATIVE, Polarity.NEUTRAL);
      case GENERAL -> EnumSet.noneOf(Polarity.class);
    };
  }

  private static Optional<Layer> layer(String code) {
    return Arrays.stream(Layer.values()).filter(layer -> layer.code().equals(code)).findFirst();
  }

  private static Optional<Polarity> polarity(String code) {
    return Arrays.stream(Polarity.values())
        .filter(polarity -> polarity.code().equals(code))
        .findFirst();
  }
}
