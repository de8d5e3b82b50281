package org.heard.local.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.heard.local.demo.Stories.Told;

/** Fills in forms: rating, answers, and what else a form asks. */
final class Form {

  static final ZoneId ZONE = ZoneId.of("Europe/London");

  /** The topic of what {@code stories.json} tells. */
  private static final String WORD_FOR_WORD = "planted word for word";

  private static final int DO_NOT_KNOW = 6;
  private static final int NEITHER = 3;
  private static final double OTHER_LANGUAGE = 0.009;

  private final Phrases phrases;
  private final Composer composer;

  Form(Phrases phrases) {
    this.phrases = phrases;
    this.composer = new Composer(phrases);
  }

  /**
   * A form filled in.
   *
   * @param positive how likely a rating of 1 or 2 is
   * @param planted the topic it must be about, or null
   */
  DemoFeedback fill(DemoWard ward, LocalDateTime at, double positive, Topic planted, Dice dice) {
    Channel channel = Channel.valueOf(dice.weighted(ward.channels()).toUpperCase(Locale.ROOT));
    String respondent = planted == null ? People.respondent(ward, dice) : "patient";
    Integer rating = Ratings.one(positive, planted, dice);
    Set<String> topics = new LinkedHashSet<>();
    Sheet sheet =
        new Sheet(
            ward,
            new Writer(ward, "carer".equals(respondent), dice),
            Handwriting.of(dice),
            rating == null ? 1 : rating == DO_NOT_KNOW ? NEITHER : rating,
            channel.fewWords(),
            topics,
            dice);
    ObjectNode submission = JsonNodeFactory.instance.objectNode();
    submission.put("wardId", ward.id());
    if (rating != null) {
      submission.put("rating", rating);
    }
    Map<String, String> answers = answers(channel, respondent, planted, sheet);
    if (planted == null && !answers.isEmpty() && dice.chance(OTHER_LANGUAGE)) {
      inAnotherLanguage(submission, answers, sheet);
    } else if (dice.chance(0.3)) {
      submission.put("language", "en");
    }
    if (answers.isEmpty() && rating == null) {
      submission.put("rating", 1);
    }
    write(submission, answers, channel, dice);
    finish(submission, ward, at, channel, respondent, dice);
    return new DemoFeedback(ward.id(), at, topics, submission);
  }

  /** A form whose words and rating are given. */
  DemoFeedback told(DemoWard ward, LocalDateTime at, Told told, Stories stories, Dice dice) {
    ObjectNode submission = JsonNodeFactory.instance.objectNode();
    submission.put("wardId", ward.id()).put("rating", told.rating());
    ArrayNode answers = submission.putArray("answers");
    for (Stories.Answer answer : told.answers()) {
      answers
          .addObject()
          .put("question", answer.question())
          .put("text", stories.withNight(answer.text()));
    }
    Channel channel = Channel.valueOf(told.channel().toUpperCase(Locale.ROOT));
    finish(submission, ward, at, channel, told.respondent(), dice);
    return new DemoFeedback(ward.id(), at, Set.of(WORD_FOR_WORD), submission);
  }

  private Map<String, String> answers(
      Channel channel, String respondent, Topic planted, Sheet sheet) {
    Dice dice = sheet.dice();
    Map<String, String> answers = new LinkedHashMap<>();
    boolean why = channel.asksWhy(dice);
    // Who is unhappy writes more often.
    double urge = sheet.mood() >= NEITHER ? 1.3 : 1;
    if (why && dice.chance(0.62 * urge)) {
      answers.put("why", composer.answer("why", sheet));
    }
    if (!why && dice.chance(channel.good() * urge)) {
      answers.put("good", composer.answer("good", sheet));
    }
    if (!why && dice.chance(channel.improve() * urge)) {
      answers.put("improve", composer.answer("improve", sheet));
    }
    if ("child".equals(respondent)) {
      answers.replaceAll((question, text) -> child(sheet));
    } else if (planted == null) {
      answers.replaceAll((question, text) -> seldom(question, text, sheet));
    } else {
      String question = why ? "why" : planted.praises() ? "good" : "improve";
      answers.put(question, composer.planted(planted.name(), planted.praises(), sheet));
    }
    return answers;
  }

  private String child(Sheet sheet) {
    sheet.topics().clear();
    return phrases.sayFewWords("child", sheet.writer(), sheet.dice());
  }

  /** Now and then somebody jokes, or says what an alert lane must see, or what only looks so. */
  private String seldom(String question, String text, Sheet sheet) {
    Dice dice = sheet.dice();
    double chance = dice.fraction();
    String section = null;
    if (chance < 0.0015) {
      section = "joke or jibe";
    } else if (chance < 0.007) {
      section = "looks serious but is not";
    } else if (!question.equals("good") && chance < (sheet.mood() >= NEITHER ? 0.045 : 0.01)) {
      section = "serious";
    }
    if (section == null || phrases.fitting(section, false, sheet.writer()).isEmpty()) {
      return text;
    }
    sheet.topics().add(section);
    return sheet.complaining().hand().write(phrases.say(section, sheet.writer(), dice), true, dice);
  }

  private void inAnotherLanguage(ObjectNode submission, Map<String, String> answers, Sheet sheet) {
    String question = answers.keySet().iterator().next();
    String[] line = phrases.say("other languages", sheet.writer(), sheet.dice()).split(": ", 2);
    answers.clear();
    sheet.topics().clear();
    answers.put(question, line[1]);
    if (sheet.dice().chance(0.6)) {
      submission.put("language", line[0]);
    }
  }

  private static void write(
      ObjectNode submission, Map<String, String> answers, Channel channel, Dice dice) {
    if (answers.isEmpty()) {
      return;
    }
    boolean misread = channel == Channel.PAPER && dice.chance(0.08);
    ArrayNode list = submission.putArray("answers");
    answers.forEach(
        (question, text) ->
            list.addObject()
                .put("question", question)
                .put("text", misread ? Handwriting.scanned(text, dice) : text));
  }

  private static void finish(
      ObjectNode submission,
      DemoWard ward,
      LocalDateTime at,
      Channel channel,
      String respondent,
      Dice dice) {
    submission.put("channel", channel.name().toLowerCase(Locale.ROOT));
    submission.put("mode", channel.mode(ward, dice));
    submission.put("authoredAt", at.atZone(ZONE).toInstant().toString());
    if (respondent != null) {
      submission.put("respondent", respondent);
    }
    boolean child = "child".equals(respondent);
    if (dice.chance(0.5)) {
      submission.put("format", child ? "faces" : dice.chance(0.03) ? "simple" : "standard");
    }
    submission.put("consentToPublish", dice.chance(0.58));
    People.describe(submission, ward, child, dice);
  }
}
