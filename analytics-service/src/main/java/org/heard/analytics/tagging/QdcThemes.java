package org.heard.analytics.tagging;

import java.util.List;
import java.util.Map;

/** Which of our themes a QDC label is about (taxonomy 2.5); they support it and do not decide. */
final class QdcThemes {

  private static final Map<String, List<String>> THEMES =
      Map.ofEntries(
          Map.entry(
              "Staff manner & personal attributes",
              List.of(
                  "kindness-and-courtesy",
                  "responsive-help",
                  "emotional-support",
                  "dignity-and-respect",
                  "staff-competence")),
          Map.entry(
              "Staff listening, understanding & involving patients",
              List.of("being-heard", "involvement-and-choice", "seen-as-a-person")),
          Map.entry("Staff responsiveness", List.of("responsive-help")),
          Map.entry(
              "Information directly from staff during care",
              List.of("explaining-and-keeping-informed")),
          Map.entry(
              "Being kept informed, clarity & consistency of information",
              List.of("explaining-and-keeping-informed", "appointments")),
          Map.entry("Unspecified communication", List.of("explaining-and-keeping-informed")),
          Map.entry("Interaction with family/ carers", List.of("family-and-carers")),
          Map.entry("Feeling safe", List.of("safety-and-trust")),
          Map.entry("Equality, Diversity & Inclusion", List.of("inclusion-and-fairness")),
          Map.entry("Pain management", List.of("comfort-and-pain-relief")),
          Map.entry("Patient records", List.of("continuity-and-coordination")),
          Map.entry("Care plans", List.of("involvement-and-choice", "continuity-and-coordination")),
          Map.entry("Mental Health Act", List.of("legal-restrictions")),
          Map.entry("Staff continuity", List.of("continuity-and-coordination")),
          Map.entry("Competence & training", List.of("staff-competence")),
          Map.entry("Number & deployment of staff", List.of("staffing-levels")),
          Map.entry("Impact of treatment/ care", List.of("treatment-outcome")),
          Map.entry("Timeliness of care", List.of("waiting-and-timeliness")),
          Map.entry("Contacting services", List.of("access-and-contact")),
          Map.entry("Appointment arrangements", List.of("appointments")),
          Map.entry("Appointment method", List.of("appointments", "access-and-contact")),
          Map.entry("Diagnosis & triage", List.of("staff-competence", "access-and-contact")),
          Map.entry("Referals & continuity of care", List.of("continuity-and-coordination")),
          Map.entry("Admission", List.of("admission-and-discharge")),
          Map.entry("Discharge", List.of("admission-and-discharge")),
          Map.entry("Supplying & understanding medication", List.of("medication")),
          Map.entry(
              "Information provision & guidance",
              List.of("information-materials", "explaining-and-keeping-informed")),
          Map.entry("Food & drink provision & facilities", List.of("food-and-drink")),
          Map.entry("Cleanliness, tidiness & infection control", List.of("cleanliness")),
          Map.entry("Sensory experience", List.of("noise-rest-and-comfort-of-space")),
          Map.entry("Environment & Facilities", List.of("environment-and-equipment")),
          Map.entry("Provision of medical equipment", List.of("environment-and-equipment")),
          Map.entry("Activities & access to fresh air", List.of("activities-and-entertainment")),
          Map.entry("Electronic entertainment", List.of("activities-and-entertainment")),
          Map.entry("Transport to/ from services", List.of("transport-parking-and-location")),
          Map.entry("Service location", List.of("transport-parking-and-location")),
          Map.entry("Organisation & efficiency", List.of("organisation-and-resources")),
          Map.entry("Funding & use of financial resources", List.of("organisation-and-resources")));

  private QdcThemes() {}

  /** Theme codes for a label of {@link Labels}; none for any other label. */
  static List<String> of(String label) {
    return label.startsWith(Labels.QDC)
        ? THEMES.getOrDefault(label.substring(Labels.QDC.length()), List.of())
        : List.of();
  }
}
