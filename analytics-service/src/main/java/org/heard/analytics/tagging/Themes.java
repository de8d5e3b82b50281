package org.heard.analytics.tagging;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The closed lists of taxonomy {@code compassion-1.0}. */
public final class Themes {

  public static final String TAXONOMY_VERSION = "compassion-1.0";

  public static final String GENERAL_PRAISE = "general-praise";
  public static final String GENERAL_DISSATISFACTION = "general-dissatisfaction";
  public static final String NOTHING_TO_IMPROVE = "nothing-to-improve";
  public static final String NOTHING_WAS_GOOD = "nothing-was-good";
  public static final String NO_CONTENT = "no-content";
  public static final String UNCLASSIFIED = "unclassified";
  public static final String UNSUPPORTED_LANGUAGE = "unsupported-language";

  /**
   * One theme.
   *
   * @param code lower-case hyphenated, unique in its layer
   * @param displayName the words of the interface
   * @param pillar the element of compassion it belongs to; null outside the compassion layer
   */
  public record Theme(Layer layer, String code, String displayName, String pillar) {}

  private static final List<Theme> COMPASSION =
      List.of(
          compassion("being-heard", "Being heard", "Attending"),
          compassion("seen-as-a-person", "Seen as a person", "Attending"),
          compassion(
              "explaining-and-keeping-informed",
              "Explaining and keeping informed",
              "Understanding"),
          compassion("involvement-and-choice", "Involvement and choice", "Understanding"),
          compassion("kindness-and-courtesy", "Kindness and courtesy", "Empathising"),
          compassion("emotional-support", "Reassurance", "Empathising"),
          compassion("responsive-help", "Help when needed", "Helping"),
          compassion("comfort-and-pain-relief", "Comfort and pain relief", "Helping"),
          compassion("dignity-and-respect", "Dignity and respect", "Dignifying"),
          compassion("safety-and-trust", "Feeling safe and able to trust", "Dignifying"),
          compassion("inclusion-and-fairness", "Inclusion and fairness", "Including"),
          compassion("family-and-carers", "Family and carers", "Including"));

  private static final List<Theme> PRACTICAL =
      List.of(
          practical("waiting-and-timeliness", "Waiting and timeliness"),
          practical("access-and-contact", "Access and contact"),
          practical("appointments", "Appointments"),
          practical("staffing-levels", "Staffing levels"),
          practical("staff-competence", "Staff competence"),
          practical("treatment-outcome", "Treatment outcome"),
          practical("medication", "Medication"),
          practical("continuity-and-coordination", "Continuity and coordination"),
          practical("admission-and-discharge", "Admission and discharge"),
          practical("food-and-drink", "Food and drink"),
          practical("cleanliness", "Cleanliness"),
          practical("noise-rest-and-comfort-of-space", "Noise, rest and comfort of space"),
          practical("environment-and-equipment", "Environment and equipment"),
          practical("activities-and-entertainment", "Activities and entertainment"),
          practical("transport-parking-and-location", "Transport, parking and location"),
          practical("information-materials", "Information materials"),
          practical("organisation-and-resources", "Organisation and resources"),
          practical("legal-restrictions", "Legal restrictions"));

  private static final List<Theme> GENERAL =
      List.of(
          general(GENERAL_PRAISE),
          general(GENERAL_DISSATISFACTION),
          general(NOTHING_TO_IMPROVE),
          general(NOTHING_WAS_GOOD),
          general(NO_CONTENT),
          general(UNCLASSIFIED),
          general(UNSUPPORTED_LANGUAGE));

  private Themes() {}

  /** The twelve compassion themes, in the order of the taxonomy. */
  public static List<Theme> compassion() {
    return COMPASSION;
  }

  /** The eighteen practical themes, in the order of the taxonomy. */
  public static List<Theme> practical() {
    return PRACTICAL;
  }

  /** The seven general states. */
  public static List<Theme> general() {
    return GENERAL;
  }

  /** All layers: compassion, practical, general. */
  public static List<Theme> all() {
    return Stream.of(COMPASSION, PRACTICAL, GENERAL).flatMap(List::stream).toList();
  }

  /** The theme of this code, whatever its layer: no code stands in two layers. */
  public static Optional<Theme> of(String code) {
    return all().stream().filter(theme -> theme.code().equals(code)).findFirst();
  }

  private static Theme compassion(String code, String displayName, String pillar) {
    return new Theme(Layer.COMPASSION, code, displayName, pillar);
  }

  private static Theme practical(String code, String displayName) {
    return new Theme(Layer.PRACTICAL, code, displayName, null);
  }

  private static Theme general(String code) {
    String words = code.replace('-', ' ');
    String name = Character.toUpperCase(words.charAt(0)) + words.substring(1);
    return new Theme(Layer.GENERAL, code, name, null);
  }
}
