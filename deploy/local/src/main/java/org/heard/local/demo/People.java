package org.heard.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who answers, in bands: those of the public doors. */
final class People {

  private static final List<String> BANDS =
      List.of("0-15", "16-24", "25-34", "35-44", "45-54", "55-64", "65-74", "75-84", "85+");

  /** Weights of the age bands by the profile that {@code wards.json} names. */
  private static final Map<String, List<Double>> AGES =
      Map.of(
          "old", List.of(0.0, 1.0, 2.0, 3.0, 6.0, 12.0, 24.0, 32.0, 20.0),
          "adult", List.of(0.0, 4.0, 8.0, 11.0, 16.0, 21.0, 22.0, 14.0, 4.0),
          "women", List.of(0.0, 7.0, 17.0, 22.0, 24.0, 16.0, 9.0, 4.0, 1.0),
          "mothers", List.of(0.0, 18.0, 53.0, 28.0, 1.0, 0.0, 0.0, 0.0, 0.0),
          "all", List.of(9.0, 13.0, 15.0, 13.0, 13.0, 13.0, 11.0, 9.0, 4.0),
          "families", List.of(14.0, 10.0, 28.0, 30.0, 12.0, 4.0, 2.0, 0.0, 0.0));

  private static final Map<String, Double> ETHNIC_GROUPS =
      ordered("white", 79, "asian", 10, "black", 5, "mixed", 3, "other", 3);
  private static final double SAYS = 0.66;
  private static final double NOT_SAID = 0.07;

  private People() {}

  /** {@code patient}, {@code carer}, {@code child}, {@code with-staff-help}, or null. */
  static String respondent(DemoWard ward, Dice dice) {
    double relatives = ward.is("community") ? 0.2 : ward.is("inpatient") ? 0.1 : 0.05;
    if (ward.is("children") && dice.chance(0.08)) {
      return "child";
    }
    if (dice.chance(relatives)) {
      return "carer";
    }
    return dice.chance(0.02) ? "with-staff-help" : dice.chance(0.15) ? null : "patient";
  }

  /** Adds the bands they chose to give. */
  static void describe(ObjectNode submission, DemoWard ward, boolean child, Dice dice) {
    if (!dice.chance(SAYS)) {
      return;
    }
    ObjectNode bands = submission.putObject("demographics");
    bands.put("ageBand", child ? BANDS.get(0) : said(age(ward, dice), dice));
    boolean women = ward.age().equals("women") || ward.age().equals("mothers");
    bands.put("sex", said(dice.chance(women ? 0.985 : 0.54) ? "female" : "male", dice));
    if (dice.chance(0.85)) {
      bands.put("ethnicGroup", said(dice.weighted(ETHNIC_GROUPS), dice));
    }
    if (dice.chance(0.8)) {
      double disabled = ward.age().equals("old") ? 0.45 : 0.18;
      bands.put("disability", said(dice.chance(disabled) ? "yes" : "no", dice));
    }
  }

  private static String age(DemoWard ward, Dice dice) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (int i = 0; i < BANDS.size(); i++) {
      weights.put(BANDS.get(i), AGES.get(ward.age()).get(i));
    }
    return dice.weighted(weights);
  }

  private static String said(String band, Dice dice) {
    return dice.chance(NOT_SAID) ? "not-said" : band;
  }

  private static Map<String, Double> ordered(Object... pairs) {
    Map<String, Double> weights = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      weights.put((String) pairs[i], ((Integer) pairs[i + 1]).doubleValue());
    }
    return weights;
  }
}
