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
  WAY,
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
              "1,2" + some + " names on the list",
              few + " of " + (few + 3) + " bays",
              "1 nurse to " + few + " patients",
              "a ratio of 1:" + few,
              "staffed at 1/" + few,
              "I saw 10, 20, 30 and 40 people",
              "numbers 1, 2, " + few,
              "2" + some + ",000 patients, 1,000,000 visits");
      case MONEY ->
          one(
              random,
              "£" + few + ".50 for parking",
              "paid £1" + some + " in taxis",
              some + "p for a tea",
              "it cost " + some + ".00 pounds",
              "£" + few + "," + some + "0 a year",
              "£1,2" + some + ".00",
              "£10,000, £20,000 or £" + few + "0,000",
              "1,2" + some + " pounds",
              "cost " + few + ",000,000 a year");
      case TIME ->
          one(
              random,
              "at " + few + ".30am",
              "lunch came at 1" + few % 4 + ":15",
              "between " + few + " and " + (few + 1) + " pm",
              "from 0930 to 1" + few % 8 + "00 hours",
              "half past " + few,
              "at 14.10",
              "lunch at 12.0" + few,
              "from 12.10 to 14.1" + few % 10,
              "visiting 2 - 4, " + few + " - 8",
              "Tuesday " + few + ".30",
              "0930, 1400 and 1" + few % 8 + "00",
              "Monday 9-5");
      case DOSE ->
          one(
              random,
              some + "0mg of paracetamol",
              "30/500 tablets, " + few + " a day",
              few + " x " + some + "ml",
              "5000 units of heparin",
              "1" + some + " mcg patch",
              "on 30/500",
              "co-codamol 8/500, " + few + " daily",
              "20, 40, then 60 mg",
              few + "/7 of antibiotics");
      case READING ->
          one(
              random,
              "blood pressure 1" + some + "/" + some,
              "temperature of 38." + few,
              "oxygen at " + some + "%",
              "a BMI of 2" + few + ".4",
              "sugar was " + few + "." + few,
              "BP 140/90, then 135/8" + few % 10,
              "blood pressure on admission 1" + some + "/90",
              "sats 94, 95, 96, 97 and 9" + few % 10);
      case SCORE ->
          one(
              random,
              few + "/10",
              "10 out of 10",
              some + "%",
              "11/10 for care",
              "14/10 care",
              "on " + few + "/10 occasions",
              "scored 9/10, 10/10 and " + few + "/10",
              "care 9/10, food 2/10",
              "surgery " + few + "/10",
              "my visit 10/10",
              "pain from 3/10 to " + few + "/10",
              "bed " + few + "/10",
              "bed: 10/10, food: 8/10",
              few + " stars");
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
              "back in '" + some,
              "the years 2015, 2016 and 2017",
              "the NHS since 1948",
              "2019-2020 NHS reforms",
              "NHS plans 2019 - 2024");
      case ORDER ->
          one(
              random,
              "my 2nd visit",
              "1st class",
              "the 3rd time",
              few + "th floor",
              "on the 4th day",
              "on E4, 2nd floor",
              "L5. 3rd time here",
              "a 4th scan");
      case ROAD ->
          one(
              random,
              "traffic on the A" + some,
              "junction " + few + " of the M" + few,
              "car park " + (char) ('B' + few),
              "level " + few,
              "lift " + few,
              "off the A4, 2nd exit",
              "the M1, A1 and A" + some);
      case WAY ->
          one(
              random,
              some + " minutes drive",
              "a " + few + " minute walk",
              few + " miles down the road",
              some + " yards up the lane",
              few + " nurses gave way",
              "ward " + few + " road entrance",
              few + " close friends",
              "a " + few + " way street",
              "a " + few + " lane road",
              few + " Nurses Lost Their Way",
              "the " + some + " bus from Mill Road",
              few + " people walk about",
              "I live " + few + " miles away, a long drive",
              "I live " + few + " streets from the High Street",
              few + " hours late, close to tears",
              "lift " + few + " in the Park Court building",
              few + " cars on the drive",
              some + " STEPS TO THE ROAD",
              few + " days in a lovely place",
              "put " + few + " in the wrong place");
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
              "stage " + few % 4 + "b",
              "C5/6 and L4/5",
              "hepatitis B, 3 jabs",
              "a grade " + few + " tear");
      case DURATION ->
          one(
              random,
              "open 24/7",
              "a wait of " + few + "-" + (few + 2) + " weeks",
              some + " minutes",
              few + " and a half hours",
              "on hold for 1hr " + some + "mins",
              "a 12-hour shift",
              "12-" + (12 + few) + " hours",
              "on call 24/7",
              "seen 2/3 times",
              few + " to " + (few + 1) + " days",
              "born " + few + some % 10 + " weeks early",
              "born 12 weeks early",
              "born at 34 weeks",
              "born 10 hours later",
              "a 3 1/2 hour wait");
      case DAY_WITHOUT_A_DATE ->
          one(
              random,
              "on Tuesday",
              "last March",
              "on Christmas Day",
              "every Monday and Friday",
              "the May bank holiday",
              "may 2 of us come in",
              "I had to march 3 times",
              "2 to 3 may be enough",
              "in December 2 nurses left",
              "Monday to Friday 9 to 5",
              "every second Sunday");
      case SENTENCE_WITHOUT_A_SPACE ->
          one(
              random,
              "very good.The nurse came",
              "tea,toast etc.All hot",
              "St. James",
              "e.g. the food",
              "kind...always",
              "clean.bright.quiet",
              "nice.At last",
              "the food . Come on",
              "on the dot. Company");
      case AT_FOR_A_WORD ->
          one(
              random,
              "shouted @ me",
              "@ night",
              "few staff @ weekends",
              "9 @ once",
              "looked @ us",
              "2 nurses @ 9",
              "smiled at me. Come back",
              "at home at 9.30");
      case BED_AS_A_THING ->
          one(
              random,
              "stuck in bed for " + few + " days",
              few + " beds were broken",
              "waited " + some + " hours for a bed",
              "the bed was " + few + " inches short",
              "a room for " + few,
              "beds " + few + " feet apart",
              "bed, " + few + " pillows",
              "a bed - " + few + " hours late",
              "in bed (" + few + " days)",
              "bed. " + few + " nurses came",
              "beds (" + few + " of them)",
              "beds " + few + " of which were broken",
              "on a trolley " + some + " hours",
              "chair " + few + " hours",
              "room (2 nurses)",
              "a room was " + some + " degrees",
              "bed was " + few + " inches short",
              "bed one of the worst",
              "room: 2 stars");
    };
  }

  private static String one(Random random, String... of) {
    return List.of(of).get(random.nextInt(of.length));
  }
}
