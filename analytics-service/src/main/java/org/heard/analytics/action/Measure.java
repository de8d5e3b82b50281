package org.heard.analytics.action;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;
import org.heard.analytics.tagging.Themes;

/**
 * By what it will be judged whether an action helped: a rate of the ward, whole per cent.
 *
 * @param pillar of kind pillar only
 * @param layer of kind theme-rate only, with theme and polarity
 */
@Schema(name = "Measure")
record Measure(
    @Schema(
            implementation = String.class,
            required = true,
            enumeration = {"percent-positive", "any-shortfall", "pillar", "theme-rate"},
            examples = "theme-rate")
        Kind kind,
    @Schema(
            nullable = true,
            description =
                "Of kind pillar: attending, understanding, empathising, helping,"
                    + " dignifying or including")
        String pillar,
    @Schema(nullable = true, examples = "compassion") String layer,
    @Schema(nullable = true, examples = "responsive-help") String theme,
    @Schema(nullable = true, examples = "absent") String polarity) {

  private static final Set<String> PILLARS =
      Themes.compassion().stream()
          .map(theme -> theme.pillar().toLowerCase(Locale.ROOT))
          .collect(Collectors.toUnmodifiableSet());

  /** The closed list. */
  enum Kind {
    PERCENT_POSITIVE,
    ANY_SHORTFALL,
    PILLAR,
    THEME_RATE;

    @JsonValue
    String code() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Optional<Kind> of(String code) {
      return Arrays.stream(values()).filter(kind -> kind.code().equals(code)).findFirst();
    }
  }

  static Measure read(Fields fields) {
    fields.only(Set.of("kind", "pillar", "layer", "theme", "polarity"));
    Kind kind = fields.required("kind", fields.code("kind", Kind::of));
    String pillar = fields.string("pillar");
    ThemeKey key = kind == Kind.THEME_RATE ? ThemeKey.read(fields) : new ThemeKey(null, null, null);
    boolean named = ThemeKey.FIELDS.stream().map(fields::string).anyMatch(Objects::nonNull);
    if (kind == Kind.PILLAR ? !isPillar(pillar) : pillar != null) {
      throw new ProblemException(
          ErrorCode.INVALID_VALUE,
          "The kind pillar has one of "
              + PILLARS.stream().sorted().collect(Collectors.joining(", "))
              + "; no other kind has a pillar.");
    }
    if (named && kind != Kind.THEME_RATE) {
      throw new ProblemException(
          ErrorCode.INVALID_VALUE, "Only the kind theme-rate has layer, theme and polarity.");
    }
    return new Measure(kind, pillar, key.layer(), key.theme(), key.polarity());
  }

  private static boolean isPillar(String pillar) {
    return Stream.ofNullable(pillar).anyMatch(PILLARS::contains);
  }
}
