package org.heard.local.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Phrases one after the other: lists, a sentence, some sentences, a story. */
final class Wording {

  private static final int NEITHER = 3;

  /** Sentences of a story, its beginning and end not counted. */
  private static final int LONGEST = 24;

  /** Characters after which nobody goes on with an "and". */
  private static final int LONG_SENTENCE = 90;

  /** Who was content with the whole does not say the first, who was not does not say the second. */
  private static final String DISSATISFIED = "general-dissatisfaction absent";

  private static final String SATISFIED = "general-praise present";

  private final Phrases phrases;

  Wording(Phrases phrases) {
    this.phrases = phrases;
  }

  /** Few words and few more. */
  String list(boolean praises, Sheet sheet) {
    String first = words(praises, sheet);
    String second = lowerFirst(words(praises, sheet));
    return sheet.dice().chance(0.6)
        ? first + " and " + second
        : first
            + ", "
            + second
            + (sheet.dice().chance(0.4) ? ", " + lowerFirst(words(praises, sheet)) : "");
  }

  /** Two or three sentences. */
  List<String> sentences(boolean praises, Sheet sheet) {
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

  /** From how they came to what they thank for, or a tale. */
  List<String> story(boolean praises, Sheet sheet) {
    Dice dice = sheet.dice();
    List<Phrase> tales = phrases.fitting("tale", false, sheet.writer());
    if (praises && !tales.isEmpty() && dice.chance(0.06)) {
      return List.of(
          phrases.say(tales, sheet.writer(), dice), phrases.say("closing", sheet.writer(), dice));
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
  String turned(Sheet sheet) {
    Dice dice = sheet.dice();
    String turn = phrases.say("turn", sheet.writer(), dice);
    String before = sentence(true, sheet);
    String after = lowerFirst(sentence(false, sheet));
    return turn.equals("but") ? before + " but " + after : before + ". " + turn + " " + after;
  }

  /** Few words about something. */
  String words(boolean praises, Sheet sheet) {
    return said(praises, true, sheet);
  }

  /** A sentence about something. */
  String sentence(boolean praises, Sheet sheet) {
    return said(praises, false, sheet);
  }

  // A new topic each time; who has been through all of them comes back to one.
  private String said(boolean praises, boolean fewWords, Sheet sheet) {
    Map<Topic, Double> open = topics(praises, fewWords, sheet, sheet.topics());
    Topic topic =
        sheet.dice().weighted(open.isEmpty() ? topics(praises, fewWords, sheet, Set.of()) : open);
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

  /** Sentences one after the other, in the person's hand. */
  String written(List<String> parts, Sheet sheet) {
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
