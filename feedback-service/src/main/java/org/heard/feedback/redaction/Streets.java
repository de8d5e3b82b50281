package org.heard.feedback.redaction;

import java.util.List;
import java.util.regex.Pattern;

/**
 * Houses in streets: a number, a name of one to three words, and a kind of street. Many kinds are
 * words besides ("2 nurses gave way", "10 minutes drive"): these need capitals, or somebody who
 * lives there. What is left in doubt stays, since a street without its town tells little.
 */
final class Streets {
  /**
   * What no street is called after, but stands behind numbers and before what kinds are besides.
   */
  private static final String NO_NAME =
      "(?!(?i:minutes?|mins?|hours?|hrs?|h|days?|nights?|weeks?|wks?|months?|mths?|years?|yrs?|miles?|yards?|yds?"
          + "|met(?:re|er)s?|feet|foot|ft|inch(?:es)?|km|mph|am|pm|o'?clock|degrees|percent|steps?|stars?"
          + "|nurses?|doctors?|drs|hcas?|people|persons?|patients?|staff|visitors?|men|wom[ae]n|ladies"
          + "|others?|times?|beds?|bays?|wards?|floors?|cars?|bus(?:es)?|ambulances?|doors?|streets?|roads?"
          + "|lanes?|ways?|point|the|a|an|this|that|these|those|and|or|but|nor|of|out|to|in|into|on|onto|at|from"
          + "|for|down|up|off|over|under|along|across|past|near|by|with|after|before|behind|between|round"
          + "|around|away|back|about|all|only|just|so|too|very|then|than|as|if|it|he|she|we|they|you|i|no|not"
          + "|my|our|your|his|her|its|their|was|is|are|were|be|been|being|had|has|have|do|did|does|will|would"
          + "|could|can|may|might|should|must|gave|give|gives|given|make|makes|made|lost|lose|got|get|went|go"
          + "|goes|came|come|took|take|takes|more|less|most|half)(?![\\p{L}\\p{N}])"
          // With a capital these name streets: "New Road".
          + "|(?:main|busy|long|same|whole|quick|quiet|different|entire|new|bad|wrong|right|good|nice|lovely"
          + "|short|steep|dark|narrow|single|double|dual|lady|man|dr|nd|rd|th"
          // "1 st road", and not "12 st johns road".
          + "|st(?!\\.?\\s{0,3}(?!(?i:street|road|avenue|rd|ave|on|to|in|and)\\b)\\p{L}{2}))(?![\\p{L}\\p{N}]))";

  /** The house, unless it is the number of something else, or the end of one. */
  private static final String NUMBER =
      "(?<![\\p{L}\\p{N}£$€#%/]|[0-9][.,:-])"
          + "(?<!(?i:\\b(?:ward|level|floor|bay|bed|lift|gate|band|stage|theatre|room|junction|bus|phase"
          + "|zone|type|step|clinic|unit|grade|route|area)\\s))"
          + "(?!(?:19|20)[0-9]{2}(?![0-9]))[1-9][0-9]{0,3}(?:\\s?[a-hA-H](?![\\p{L}\\p{N}]))?"
          + "(?:\\s?[-/&]\\s?[1-9][0-9]{0,3}[a-hA-H]?(?![\\p{L}\\p{N}]))?\\s?,?(?:[^\\S\\r\\n]{1,3}|\\s)";

  private static final String FLAT =
      "(?<![\\p{L}\\p{N}])(?i:flat|apartment|apt)\\.?\\s?[0-9]{1,4}[a-hA-H]?\\s?,?\\s{1,3}";

  /** A full stop behind another word ends a sentence. */
  private static final String ABBREVIATED =
      "(?<=(?i:\\b(?:st|ss|mt|dr|gt|upr|up|lr|lwr|nth|sth|capt|col|gen|pk|ch|sq|fr|sr|jn|wm)))\\.";

  private static final String BLANK = "(?:" + ABBREVIATED + "[^\\S\\r\\n]{0,3}|[^\\S\\r\\n]{1,3})";

  /** Before a kind that is hardly anything else, which may stand in the next line. */
  private static final String BEFORE_SURE =
      "(?:" + ABBREVIATED + ")?(?:[^\\S\\r\\n]{1,3}|[^\\S\\r\\n]?\\r?\\n)";

  /** Before one that may begin a sentence: "Great Care Place was clean". */
  private static final String BEFORE_WRITTEN = "(?:" + ABBREVIATED + ")?[^\\S\\r\\n]";

  private static final String WORD = NO_NAME + "\\p{L}[\\p{L}'’-]{1,20}";
  private static final String CAPITAL = NO_NAME + "\\p{Lu}[\\p{L}'’-]{1,20}";

  /** Kinds that are hardly anything else behind a number and a name. */
  private static final String SURE = "(?i:street|road|avenue|crescent|terrace|mews|rd|ave|cres)";

  /** With a capital at their beginning, and not with capitals alone. */
  private static final String WRITTEN =
      "(?:Lane|Close|Drive|Gardens|Grove|Court|Place|Way|Walk|Hill|Square|Rise|Row|Green|Park|View"
          + "|Gate|St|Cl|Dr|Ln|Pl|Sq|Gdns)";

  private static final String ANY =
      "(?i:street|road|avenue|crescent|terrace|mews|rd|ave|cres|lane|close|drive|gardens|grove|court|place"
          + "|way|walk|hill|square|rise|row|green|park|view|house|lodge|heights)";

  private static final String NAMED = "(?:" + WORD + BLANK + "){0,2}" + WORD + BEFORE_SURE + ANY;

  /** "The Grove"; of other kinds it is a sentence that begins: "2. The Place was". */
  private static final String WITH_ARTICLE =
      "(?:The|THE)\\s(?i:grove|crescent|avenue|drive|close|green|mews|paddock|lane|terrace|ridgeway)";

  private static final String END =
      "(?![\\p{L}\\p{N}]|['’-]\\p{L}|\\s(?i:lights?|lamps?|signs?|works?|accidents?|traffic|closures?|rage|users?|noise"
          + "|maps?|safety|side|crash(?:es)?|blocks?|entrance|exit|clinic|hospital|surgery|ward|shops?|names?|brands?|banks?|stores?)(?!\\p{L}))";

  private static final String LIVES =
      "\\b(?:liv(?:e|es|ed|ing)|resid(?:e|es|ed|ing)|address|home|house|moved|stay(?:ing)?)"
          + "(?:\\s?:|\\s(?:at|is|in|to|was)){0,2}\\s(?:(?:number|no\\.?)\\s)?";

  private static final Pattern HOUSE =
      Pattern.compile(
          ("(?:(?:" + FLAT + ")?" + NUMBER + "(?:")
              + ("(?:" + WORD + BLANK + ")?" + WORD + BEFORE_SURE + SURE)
              + ("|(?:" + CAPITAL + BLANK + "){0,2}" + CAPITAL)
              + ("(?:" + BEFORE_SURE + SURE + "|" + BEFORE_WRITTEN + WRITTEN + ")")
              + ("|" + WITH_ARTICLE + ")" + END)
              + ("|" + FLAT + NAMED + END + ")"));

  private static final Pattern HOME =
      Pattern.compile("(?i:" + LIVES + ")((?:" + FLAT + ")?" + NUMBER + NAMED + ")" + END);

  /** Without one of these, in lower case and behind a blank, there is no street. */
  static final String KINDS =
      "(?:street|road|avenue|crescent|terrace|mews|rd|ave|cres|lane|close|drive|gardens|grove|court|place"
          + "|way|walk|hill|square|rise|row|green|park|view|gate|house|lodge|heights|paddock|ridgeway"
          + "|st|cl|dr|ln|pl|sq|gdns)";

  private Streets() {}

  static void find(String folded, Signs signs, List<Found> found) {
    if (signs.street()) {
      Found.collect(HOUSE, 0, folded, IdentifierKind.ADDRESS, found);
      Found.collect(HOME, 1, folded, IdentifierKind.ADDRESS, found);
    }
  }
}
