package org.heard.analytics.tagging;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what a person must look at. Meant to miss little; its guards stand in the lexicon. */
final class AlertReader {

  private AlertReader() {}

  /** At most one alert a category, the first found, in the order of the closed list. */
  static List<Alert> read(Reading reading) {
    Map<AlertCategory, Alert> alerts = new EnumMap<>(AlertCategory.class);
    for (Hit hit : reading.group("alert")) {
      // "do not threaten patients", asked what to improve, says that it happened
      if (reading.improve() || !reading.negated(hit)) {
        AlertCategory category = category(hit);
        alerts.putIfAbsent(category, new Alert(category, reading.evidence(hit)));
      }
    }
    return List.copyOf(alerts.values());
  }

  private static AlertCategory category(Hit hit) {
    return AlertCategory.valueOf(hit.cue().theme().replace('-', '_').toUpperCase(Locale.ROOT));
  }
}
