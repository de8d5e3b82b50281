package org.heard.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** How one person puts words down: care, haste, capital letters, and the scanner that reads it. */
enum Handwriting {
  CAREFUL(44),
  NO_FULL_STOP(26),
  LOWER_CASE(14),
  HASTY(9),
  CAPITALS(3),
  CHEERFUL(4);

  private static final Pattern WORD = Pattern.compile("\\b[a-z]{5,}\\b");
  private static final Pattern APOSTROPHE = Pattern.compile("(?<=[a-z])'(?=[a-z])");
  private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?] )[a-z]");
  private static final List<String> EMOJI =
      List.of("👍", "😊", "❤️", "🙏", "⭐⭐⭐⭐⭐", "😍", "👏👏", "🥰", "💙");

  /** The words people get wrong, and how. */
  private static final Map<String, String> MISSPELT = misspelt();

  private final double weight;

  Handwriting(double weight) {
    this.weight = weight;
  }

  static Handwriting of(Dice dice) {
    double total = 0;
    for (Handwriting each : values()) {
      total += each.weight;
    }
    double left = dice.fraction() * total;
    for (Handwriting each : values()) {
      left -= each.weight;
      if (left < 0) {
        return each;
      }
    }
    return CAREFUL;
  }

  /** Whether sentences of this hand run into each other. */
  boolean runsOn() {
    return this == LOWER_CASE || this == HASTY;
  }

  /**
   * The text as it is written down.
   *
   * @param sentence whether it is more than a few words
   */
  String write(String text, boolean sentence, Dice dice) {
    return switch (this) {
      case CAREFUL -> sentence ? stopped(upper(text), ".") : upper(text);
      case NO_FULL_STOP -> upper(slips(text, 0.03, dice));
      case LOWER_CASE -> withoutApostrophes(slips(text.toLowerCase(Locale.ROOT), 0.1, dice));
      case HASTY -> withoutApostrophes(slips(shortened(text, dice), 0.5, dice));
      case CAPITALS -> text.toUpperCase(Locale.ROOT);
      case CHEERFUL -> cheered(upper(text), dice);
    };
  }

  /** What a scanner makes of handwriting now and then: a capital I in mid-word, a lost letter. */
  static String scanned(String text, Dice dice) {
    StringBuilder read = new StringBuilder(text);
    for (int i = 1; i < read.length(); i++) {
      if (read.charAt(i) == 'i' && Character.isLetter(read.charAt(i - 1)) && dice.chance(0.3)) {
        read.setCharAt(i, 'I');
      }
    }
    return dice.chance(0.3) ? read.toString().replace("rn", "m") : read.toString();
  }

  static String upperFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }

  private static String upper(String text) {
    return SENTENCE
        .matcher(upperFirst(text))
        .replaceAll(first -> first.group().toUpperCase(Locale.UK));
  }

  private static String stopped(String text, String stop) {
    char last = text.charAt(text.length() - 1);
    return ".!?".indexOf(last) >= 0 ? text : text + stop;
  }

  private static String cheered(String text, Dice dice) {
    String end = "!".repeat(1 + dice.below(3));
    return dice.chance(0.45) ? text + " " + dice.pick(EMOJI) : stopped(text, end);
  }

  private static String shortened(String text, Dice dice) {
    String shorter = dice.chance(0.3) ? text.replace(" and ", " & ") : text;
    return dice.chance(0.15)
        ? shorter.replace(" you ", " u ").replace(" you're ", " ur ")
        : shorter;
  }

  private static String withoutApostrophes(String text) {
    return APOSTROPHE.matcher(text).replaceAll("");
  }

  private static String slips(String text, double probability, Dice dice) {
    if (!dice.chance(probability)) {
      return text;
    }
    for (Map.Entry<String, String> each : MISSPELT.entrySet()) {
      int at = text.indexOf(each.getKey());
      if (at >= 0 && isWord(text, at, each.getKey().length()) && dice.chance(0.7)) {
        return text.substring(0, at)
            + each.getValue()
            + text.substring(at + each.getKey().length());
      }
    }
    return swapped(text, dice);
  }

  private static boolean isWord(String text, int at, int length) {
    int after = at + length;
    return (at == 0 || !Character.isLetter(text.charAt(at - 1)))
        && (after == text.length() || !Character.isLetter(text.charAt(after)));
  }

  // Two neighbours on the keyboard hit in the wrong order.
  private static String swapped(String text, Dice dice) {
    List<int[]> words =
        WORD.matcher(text).results().map(word -> new int[] {word.start(), word.end()}).toList();
    if (words.isEmpty()) {
      return text;
    }
    int[] word = dice.pick(words);
    int at = word[0] + 1 + dice.below(word[1] - word[0] - 2);
    return text.substring(0, at) + text.charAt(at + 1) + text.charAt(at) + text.substring(at + 2);
  }

  private static Map<String, String> misspelt() {
    // In this order, which Map.of would not promise: the same seed must give the same bytes.
    Map<String, String> words = new LinkedHashMap<>();
    words.put("definitely", "definatly");
    words.put("received", "recieved");
    words.put("friendly", "freindly");
    words.put("brilliant", "briliant");
    words.put("wonderful", "wonderfull");
    words.put("because", "becuase");
    words.put("excellent", "excellant");
    words.put("professional", "proffesional");
    words.put("appointment", "appoinment");
    words.put("really", "realy");
    words.put("caring", "carring");
    words.put("until", "untill");
    words.put("straight", "strait");
    words.put("always", "allways");
    words.put("couldn't have", "couldnt of");
    words.put("thank you", "thankyou");
    words.put("were", "where");
    words.put("their", "there");
    words.put("too", "to");
    words.put("nurses", "nurse's");
    words.put("reassuring", "reasuring");
    words.put("helpful", "helpfull");
    words.put("attentive", "attentative");
    words.put("communication", "comunication");
    words.put("experience", "experiance");
    return words;
  }
}
