package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The labels of the public QDC framework, version 6, that follow from our tags (taxonomy 2.5). */
final class QdcLabels {

  private static final String MANNER = "Staff manner & personal attributes";
  private static final String LISTENING = "Staff listening, understanding & involving patients";

  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("kindness-and-courtesy", MANNER),
          Map.entry("emotional-support", MANNER),
          Map.entry("dignity-and-respect", MANNER),
          Map.entry("being-heard", LISTENING),
          Map.entry("involvement-and-choice", LISTENING),
          Map.entry("seen-as-a-person", LISTENING),
          Map.entry("family-and-carers", "Interaction with family/ carers"),
          Map.entry("safety-and-trust", "Feeling safe"),
          Map.entry("inclusion-and-fairness", "Equality, Diversity & Inclusion"),
          Map.entry("comfort-and-pain-relief", "Pain management"),
          Map.entry("waiting-and-timeliness", "Timeliness of care"),
          Map.entry("access-and-contact", "Contacting services"),
          Map.entry("appointments", "Appointment arrangements"),
          Map.entry("staffing-levels", "Number & deployment of staff"),
          Map.entry("treatment-outcome", "Impact of treatment/ care"),
          Map.entry("medication", "Supplying & understanding medication"),
          Map.entry("continuity-and-coordination", "Referals & continuity of care"),
          Map.entry("admission-and-discharge", "Discharge"),
          Map.entry("food-and-drink", "Food & drink provision & facilities"),
          Map.entry("cleanliness", "Cleanliness, tidiness & infection control"),
          Map.entry("noise-rest-and-comfort-of-space", "Sensory experience"),
          Map.entry("environment-and-equipment", "Environment & Facilities"),
          Map.entry("activities-and-entertainment", "Activities & access to fresh air"),
          Map.entry("transport-parking-and-location", "Transport to/ from services"),
          Map.entry("information-materials", "Information provision & guidance"),
          Map.entry("organisation-and-resources", "Organisation & efficiency"),
          Map.entry("legal-restrictions", "Mental Health Act"),
          Map.entry(Themes.NO_CONTENT, "Labelling not possible"),
          Map.entry(Themes.UNCLASSIFIED, "Not assigned"));

  private static final Map<String, String> WHOLE =
      Map.of(
          Themes.GENERAL_PRAISE, "Positive experience & gratitude",
          Themes.NOTHING_TO_IMPROVE, "Positive experience & gratitude",
          Themes.GENERAL_DISSATISFACTION, "Negative experience & dissatisfaction",
          Themes.NOTHING_WAS_GOOD, "Negative experience & dissatisfaction");

  private QdcLabels() {}

  /** Each label once, with the confidence of the surest tag behind it. */
  static List<QdcLabel> of(TagList tags) {
    Map<String, Double> labels = new LinkedHashMap<>();
    for (Tag tag : tags.all()) {
      String label = label(tag);
      if (label != null) {
        labels.merge(label, tag.confidence(), Math::max);
      }
    }
    if (labels.isEmpty()) {
      addWhole(tags, labels);
    }
    List<QdcLabel> list = new ArrayList<>();
    labels.forEach((label, confidence) -> list.add(new QdcLabel(label, confidence)));
    return list;
  }

  /** QDC coders give the whole-experience labels where there is nothing more particular to say. */
  private static void addWhole(TagList tags, Map<String, Double> labels) {
    for (Tag tag : tags.all()) {
      String label = WHOLE.get(tag.theme());
      if (label != null) {
        labels.merge(label, tag.confidence(), Math::max);
      }
    }
  }

  private static String label(Tag tag) {
    return switch (tag.theme()) {
      case "responsive-help" ->
          tag.specificity() == Specificity.SPECIFIC ? "Staff responsiveness" : MANNER;
      case "staff-competence" ->
          tag.polarity() == Polarity.POSITIVE && tag.specificity() == Specificity.GENERIC
              ? MANNER
              : "Competence & training";
      case "explaining-and-keeping-informed" ->
          tag.polarity() == Polarity.PRESENT
              ? "Information directly from staff during care"
              : "Being kept informed, clarity & consistency of information";
      default -> SAME.get(tag.theme());
    };
  }
}
