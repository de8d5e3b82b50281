package org.heard.feedback.page;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.heard.feedback.directory.WardPlace;
import org.heard.feedback.directory.WardQuestion;
import org.heard.feedback.directory.WardQuestions;
import org.heard.feedback.problem.ErrorCode;

/**
 * A ward's form, empty or with what was typed.
 *
 * @param action where it is sent
 * @param token what makes a repeat the same submission
 * @param typed by the names of fields
 * @param code why it was not taken, null if it was not sent yet
 * @param messages what to mend
 */
public record FormPage(
    WardPlace place,
    WardQuestions questions,
    String action,
    String token,
    Map<String, String> typed,
    ErrorCode code,
    List<FieldMessage> messages) {
  private static final String LANGUAGE = "en";

  /** The ward's name. */
  public String ward() {
    return place.name();
  }

  /** The hospital's name. */
  public String site() {
    return place.site();
  }

  /** The question of the Friends and Family Test. */
  public String overall() {
    return questions.overall();
  }

  /** What is wrong with the rating, or null. */
  public String ratingError() {
    return error("rating");
  }

  /** The six answers. */
  public List<Choice> ratings() {
    return Choice.ratings(typed("rating"));
  }

  /** Who may answer. */
  public List<Choice> respondents() {
    return Choice.respondents(typed("respondent"));
  }

  /** The ward's own questions, in English where it asks in English. */
  public List<TextField> texts() {
    return Stream.concat(questions.questions().stream(), unasked()).map(this::text).toList();
  }

  /** Answers to what the ward stopped asking while the page was open: they are kept, too. */
  private Stream<WardQuestion> unasked() {
    List<String> asked = questions.questions().stream().map(WardQuestion::question).toList();
    return WardQuestions.usual().questions().stream()
        .filter(each -> !asked.contains(each.question()) && !typed(each.question()).isBlank());
  }

  private TextField text(WardQuestion question) {
    Map<String, String> texts = question.texts();
    String language = texts.containsKey(LANGUAGE) ? LANGUAGE : texts.keySet().iterator().next();
    String name = question.question();
    return new TextField(name, texts.get(language), language, null, null, typed(name), error(name));
  }

  /** Whether it was agreed that the words may be shown. */
  public boolean consent() {
    return typed("consentToPublish").equals("yes");
  }

  /** By what a person can be reached. */
  public List<TextField> contact() {
    return List.of(
        contact("name", "Your name", "text", "name"),
        contact("phone", "Your phone number", "tel", "tel"),
        contact("email", "Your email address", "email", "email"));
  }

  private TextField contact(String name, String label, String type, String complete) {
    return new TextField(name, label, LANGUAGE, type, complete, typed(name), error(name));
  }

  /** Whether anything was written to be contacted by. */
  public boolean contactOpen() {
    return contact().stream().anyMatch(line -> !line.value().isEmpty());
  }

  private String typed(String name) {
    return typed.getOrDefault(name, "");
  }

  String error(String name) {
    return messages.stream()
        .filter(message -> message.field().equals(name))
        .map(FieldMessage::text)
        .findFirst()
        .orElse(null);
  }
}
