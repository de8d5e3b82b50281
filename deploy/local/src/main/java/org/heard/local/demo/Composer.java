package org.heard.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts phrases together to answers, as people of a mood answer a question. */
final class Composer {

  private static final int VERY_GOOD = 1;
  private static final int GOOD = 2;
  private static final int NEITHER = 3;

  /** Sentences of a story, its beginning and end not counted. */
  private static final int LONGEST = 24;

  /** Characters after which nobody goes on with an "and". */
  private static final int LONG_SENTENCE = 90;

  /** Who was content with the whole does not say the first, who was not does not say the second. */
  private static final String DISSATISFIED = "general-dissatisfaction absent";

  private static final String SATISFIED = "general-praise present";

  private final Phrases phrases;

  Composer(Phrases phrases) {
    this.phrases = phrases;
  }

  /** How much somebody writes. */
  private enum Length {
    FEW_WORDS,
    SENTENCE,
    SENTENCES,
    STORY
  }

  /** The answer to {@code good}, {@code improve} or {@code why}. */
  String answer(String question, Sheet sheet) {
    Dice dice = sheet.dice();
    if (dice.chance(0.02)) {
      return phrases.sayFewWords("no content", sheet.writer(), dice);
    }
    return switch (question) {
      case "good" -> whatWasGood(sheet);
      case "improve" -> whatCouldBeBetter(sheet);
      default -> why(sheet);
    };
  }

  /** An answer that tells a planted story: the ward's own lines about the topic. */
  String planted(String topic, boolean praises, Sheet as) {
    Sheet sheet = praises ? as : as.complaining();
    sheet.topics().add(topic);
    Dice dice = sheet.dice();
    String section = "story " + sheet.ward().id() + " " + topic;
    List<Phrase> fewWords = phrases.fitting(section, true, sheet.writer());
    if (dice.chance(0.25)) {
      return sheet.hand().write(phrases.say(fewWords, sheet.writer(), dice), false, dice);
    }
    String said =
        phrases.say(phrases.fitting(section, false, sheet.writer()), sheet.writer(), dice);
    List<String> parts = new ArrayList<>(List.of(said));
    if (sheet.mood() <= NEITHER && dice.chance(0.45)) {
      parts.add(praises ? 1 : 0, sentence(true, sheet));
    }
    return written(parts, sheet);
  }

  private String whatWasGood(Sheet sheet) {
    Dice dice = sheet.dice();
    double nothing = sheet.mood() > NEITHER ? 0.5 : sheet.mood() == NEITHER ? 0.2 : 0;
    if (dice.chance(nothing)) {
      return phrases.sayFewWords("nothing was good", sheet.writer(), dice);
    }
    return sheet.mood() >= NEITHER ? fewWords(true, sheet) : text(true, length(sheet), sheet);
  }

  private String whatCouldBeBetter(Sheet sheet) {
    Dice dice = sheet.dice();
    double nothing =
        switch (sheet.mood()) {
          case VERY_GOOD -> 0.57;
          case GOOD -> 0.3;
          case NEITHER -> 0.15;
          default -> 0.04;
        };
    if (!dice.chance(nothing)) {
      return text(false, length(sheet), sheet);
    }
    String said = phrases.sayFewWords("nothing to improve", sheet.writer(), dice);
    return dice.chance(0.06)
        ? written(List.of(said + ", " + sentence(true, sheet)), sheet)
        : sheet.hand().write(said, false, dice);
  }

  private String why(Sheet sheet) {
    Dice dice = sheet.dice();
    double praise =
        switch (sheet.mood()) {
          case VERY_GOOD -> 0.9;
          case GOOD -> 0.6;
          case NEITHER -> 0.15;
          default -> 0.02;
        };
    if (dice.chance(praise)) {
      return text(true, length(sheet), sheet);
    }
    return dice.chance(sheet.mood() > NEITHER ? 0.1 : 0.5)
        ? written(List.of(turned(sheet)), sheet)
        : text(false, length(sheet), sheet);
  }

  private static Length length(Sheet sheet) {
    Dice dice = sheet.dice();
    if (dice.chance(sheet.fewWords())) {
      return Length.FEW_WORDS;
    }
    double rest = dice.fraction();
    return rest < 0.41 ? Length.SENTENCE : rest < 0.83 ? Length.SENTENCES : Length.STORY;
  }

  private String text(boolean praises, Length length, Sheet as) {
    Sheet sheet = praises ? as : as.complaining();
    Dice dice = sheet.dice();
    return switch (length) {
      case FEW_WORDS -> fewWords(praises, sheet);
      case SENTENCE ->
          dice.chance(0.35)
              ? sheet.hand().write(list(praises, sheet), false, dice)
              : written(List.of(sentence(praises, sheet)), sheet);
      case SENTENCES -> written(sentences(praises, sheet), sheet);
      case STORY -> written(story(praises, sheet), sheet);
    };
  }

  private String fewWords(boolean praises, Sheet sheet) {
    return sheet.hand().write(words(praises, sheet), false, sheet.dice());
  }

  private String list(boolean praises, Sheet sheet) {
    String first = words(praises, sheet);
    String second = lowerFirst(words(praises, sheet));
    return sheet.dice().chance(0.6)
        ? first + " and " + second
        : first + ", " + second + (sheet.dice().chance(0.4) ? ", " + lowerFirst(words(praises, sheet)) : "");
  }

  private List<String> sentences(boolean praises, Sheet sheet) {
    Dice dice = sheet.dice();
    List<String> parts = new ArrayList<>();
    parts.add(sentence(praises, sheet));
    if (praises && dice.chance(0.15)) {
      parts.add(turned(sheet));
    } else {
      parts.add(sentence(praises, sheet));
    }
    if (dice.chance(0.35)) {
      parts.add(dice.chance(0.4) ? filler(praises, sheet) : sentence(praises, sheet));
    }
    if (praises && dice.chance(0.2)) {
      parts.add(phrases.say("closing", sheet.writer(), dice));
    }
    return parts;
  }

  private List<String> story(boolean praises, Sheet sheet) {
    Dice dice = sheet.dice();
    List<Phrase> tales = phrases.fitting("tale", false, sheet.writer());
    if (praises && !tales.isEmpty() && dice.chance(0.12)) {
      return List.of(
          phrases.say(tales, sheet.writer(), dice),
          phrases.say("closing", sheet.writer(), dice));
    }
    List<String> parts = new ArrayList<>();
    if (dice.chance(0.75)) {
      String opening = sheet.writer().kind().relative() ? "opening of a relative" : "opening";
      parts.add(phrases.say(opening, sheet.writer(), dice));
    }
    int filler = dice.below(4);
    int more = praises ? 2 : 1;
    for (int i = 0; i < more; i++) {
      parts.add(i == filler ? filler(praises, sheet) : sentence(praises, sheet));
      more += more < LONGEST && dice.chance(praises ? 0.66 : 0.5) ? 1 : 0;
    }
    if (dice.chance(praises ? 0.25 : 0.1)) {
      parts.add(turned(sheet));
    }
    if (dice.chance(0.6)) {
      parts.add(phrases.say(praises ? "closing" : "sour closing", sheet.writer(), dice));
    }
    return parts.stream().distinct().toList();
  }

  private String filler(boolean praises, Sheet sheet) {
    return phrases.say(
        praises ? "filler positive" : "filler negative", sheet.writer(), sheet.dice());
  }

  /** Praise with a but. */
  private String turned(Sheet sheet) {
    Dice dice = sheet.dice();
    String turn = phrases.say("turn", sheet.writer(), dice);
    String before = sentence(true, sheet);
    String after = lowerFirst(sentence(false, sheet));
    return turn.equals("but") ? before + " but " + after : before + ". " + turn + " " + after;
  }

  private String words(boolean praises, Sheet sheet) {
    return said(praises, true, sheet);
  }

  private String sentence(boolean praises, Sheet sheet) {
    return said(praises, false, sheet);
  }

  // A new topic each time; who has been through all of them comes back to one.
  private String said(boolean praises, boolean fewWords, Sheet sheet) {
    Map<Topic, Double> open = topics(praises, fewWords, sheet, sheet.topics());
    Topic topic =
        sheet
            .dice()
            .weighted(open.isEmpty() ? topics(praises, fewWords, sheet, Set.of()) : open);
    sheet.topics().add(topic.name());
    return phrases.say(
        phrases.fitting(topic.name(), fewWords, sheet.writer()), sheet.writer(), sheet.dice());
  }

  private Map<Topic, Double> topics(
      boolean praises, boolean fewWords, Sheet sheet, Set<String> except) {
    Map<Topic, Double> topics = new LinkedHashMap<>();
    for (Topic topic : phrases.topics(praises, fewWords, sheet.writer())) {
      boolean fits = !topic.name().equals(sheet.mood() > NEITHER ? SATISFIED : DISSATISFIED);
      if (fits && except.stream().noneMatch(topic::sharesThemeWith)) {
        topics.put(topic, topic.weight() * sheet.ward().often().getOrDefault(topic.name(), 1.0));
      }
    }
    return topics;
  }

  private String written(List<String> parts, Sheet sheet) {
    Dice dice = sheet.dice();
    StringBuilder text = new StringBuilder();
    for (String part : parts) {
      if (text.isEmpty()) {
        text.append(part);
      } else if (sheet.hand().runsOn()) {
        text.append(dice.chance(0.6) ? ", " : dice.chance(0.5) ? " and " : " ").append(part);
      } else if (text.length() < LONG_SENTENCE && dice.chance(0.22)) {
        text.append(dice.chance(0.75) ? " and " : ", ").append(lowerFirst(part));
      } else {
        text.append(text.charAt(text.length() - 1) == '.' ? " " : ". ")
            .append(dice.chance(0.05) ? "Also " + lowerFirst(part) : Handwriting.upperFirst(part));
      }
    }
    return sheet.hand().write(text.toString(), true, dice);
  }

  /** In mid-sentence, but for those who write of themselves and for abbreviations. */
  private static String lowerFirst(String text) {
    boolean keeps =
        text.startsWith("I ")
            || text.startsWith("I'")
            || (text.length() > 1 && !Character.isLowerCase(text.charAt(1)));
    return keeps ? text : Character.toLowerCase(text.charAt(0)) + text.substring(1);
  }
}
