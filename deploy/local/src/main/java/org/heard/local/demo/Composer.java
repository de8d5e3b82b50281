package org.heard.local.demo;

import java.util.ArrayList;
import java.util.List;

/** Puts phrases together to answers, as people of a mood answer a question. */
final class Composer {

  private static final int VERY_GOOD = 1;
  private static final int GOOD = 2;
  private static final int NEITHER = 3;

  private final Phrases phrases;
  private final Wording wording;

  Composer(Phrases phrases) {
    this.phrases = phrases;
    this.wording = new Wording(phrases);
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
      parts.add(praises ? 1 : 0, wording.sentence(true, sheet));
    }
    return wording.written(parts, sheet);
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
        ? wording.written(List.of(said + ", " + wording.sentence(true, sheet)), sheet)
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
        ? wording.written(List.of(wording.turned(sheet)), sheet)
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
              ? sheet.hand().write(wording.list(praises, sheet), false, dice)
              : wording.written(List.of(wording.sentence(praises, sheet)), sheet);
      case SENTENCES -> wording.written(wording.sentences(praises, sheet), sheet);
      case STORY -> wording.written(wording.story(praises, sheet), sheet);
    };
  }

  private String fewWords(boolean praises, Sheet sheet) {
    return sheet.hand().write(wording.words(praises, sheet), false, sheet.dice());
  }
}
