package org.heard.feedback.redaction;

import java.util.List;
import java.util.Random;

/** Numbers and marks that identify nobody, in the ways in which people write them about care. */
enum Harmless {
  COUNT,
  MONEY,
  TIME,
  DOSE,
  READING,
  SCORE,
  AGE,
  YEAR,
  ORDER,
  ROAD,
  MEDICAL_NAME,
  DURATION,
  DAY_WITHOUT_A_DATE,
  SENTENCE_WITHOUT_A_SPACE,
  AT_FOR_A_WORD,
  BED_AS_A_THING;

  /** One, within the words that make it what it is. */
  String next(Random random) {
    int few = 2 + random.nextInt(8);
    int some = 10 + random.nextInt(90);
    return switch (this) {
      case COUNT ->
          one(
              random,
              "there were " + few + " nurses for " + some + " patients",
              "rang " + few + " times",
              "no. " + few + " in the queue",
              "over " + some + "00 people wait",
              "1,2" + some + " names on the list");
      case MONEY ->
          one(
              random,
              "£" + few + ".50 for parking",
              "paid £1" + some + " in taxis",
              some + "p for a tea",
              "it cost " + some + ".00 pounds",
              "£" + few + "," + some + "0 a year");
      case TIME ->
          one(
              random,
              "at " + few + ".30am",
              "lunch came at 1" + few % 4 + ":15",
              "between " + few + " and " + (few + 1) + " pm",
              "from 0930 to 1" + few % 8 + "00 hours",
              "half past " + few);
      case DOSE ->
          one(
              random,
              some + "0mg of paracetamol",
              "30/500 tablets, " + few + " a day",
              few + " x " + some + "ml",
              "5000 units of heparin",
              "1" + some + " mcg patch");
      case READING ->
          one(
              random,
              "blood pressure 1" + some + "/" + some,
              "temperature of 38." + few,
              "oxygen at " + some + "%",
              "a BMI of 2" + few + ".4",
              "sugar was " + few + "." + few);
      case SCORE ->
          one(random, few + "/10", "10 out of 10", some + "%", "11/10 for care", few + " stars");
      case AGE ->
          one(
              random,
              "my " + some + " year old mum",
              "aged " + some,
              "I am " + some,
              "a " + few + "-year-old",
              "in her " + few + "0s");
      case YEAR ->
          one(
              random,
              "since 20" + (10 + random.nextInt(15)),
              "in 19" + some,
              "2015-2016",
              "for the 1st time since 20" + (10 + random.nextInt(15)),
              "back in '" + some);
      case ORDER ->
          one(random, "my 2nd visit", "1st class", "the 3rd time", few + "th floor", "a 4th scan");
      case ROAD ->
          one(
              random,
              "traffic on the A" + some,
              "junction " + few + " of the M" + few,
              "car park " + (char) ('B' + few),
              "level " + few,
              "lift " + few);
      case MEDICAL_NAME ->
          one(
              random,
              "my L" + few % 5 + " disc",
              "B12 injections",
              "type " + (1 + few % 2) + " diabetes",
              "a band " + few + " nurse",
              "ward " + some,
              "the F2 doctor",
              "vitamin D3",
              "stage " + few % 4 + "b");
      case DURATION ->
          one(
              random,
              "open 24/7",
              "a wait of " + few + "-" + (few + 2) + " weeks",
              some + " minutes",
              few + " and a half hours",
              "on hold for 1hr " + some + "mins");
      case DAY_WITHOUT_A_DATE ->
          one(
              random,
              "on Tuesday",
              "last March",
              "on Christmas Day",
              "every Monday and Friday",
              "the May bank holiday");
      case SENTENCE_WITHOUT_A_SPACE ->
          one(
              random,
              "very good.The nurse came",
              "tea,toast etc.All hot",
              "St. James",
              "e.g. the food",
              "kind...always",
              "clean.bright.quiet");
      case AT_FOR_A_WORD ->
          one(random, "shouted @ me", "@ night", "few staff @ weekends", "9 @ once", "looked @ us");
      case BED_AS_A_THING ->
          one(
              random,
              "stuck in bed for " + few + " days",
              few + " beds were broken",
              "waited " + some + " hours for a bed",
              "the bed was " + few + " inches short",
              "a room for " + few,
              "beds " + few + " feet apart");
    };
  }

  private static String one(Random random, String... of) {
    return List.of(of).get(random.nextInt(of.length));
  }
}
