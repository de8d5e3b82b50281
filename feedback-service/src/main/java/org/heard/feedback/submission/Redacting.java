package org.heard.feedback.submission;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.heard.feedback.directory.Directory;
import org.heard.feedback.event.FeedbackSubmitted;
import org.heard.feedback.redaction.Languages;
import org.heard.feedback.redaction.NameTokens;
import org.heard.feedback.redaction.PlaceNames;
import org.heard.feedback.redaction.Redaction;
import org.heard.feedback.redaction.Redactor;

/** What of a submission's answers may leave this service, and the names that stay in it. */
@Startup
@ApplicationScoped
public class Redacting {
  /** Why a text is held back until a person has looked: names in it cannot be found. */
  static final String LANGUAGE = "LANGUAGE";

  private final Directory directory;
  private final Redactor redactor;
  private final Cache<String, PlaceNames> places;

  Redacting(Directory directory, RedactionSettings settings) {
    this.directory = directory;
    redactor = new Redactor(patterns(settings));
    // The lists of words are read now, and not while the first patient waits.
    redactor.redact("ready", PlaceNames.NONE, new NameTokens(), true);
    places =
        Caffeine.newBuilder()
            .expireAfterWrite(settings.rememberPlaces())
            .maximumSize(settings.maxRemembered())
            .build();
  }

  /**
   * A trust's own forms.
   *
   * @throws IllegalStateException for too many, or one that is none
   */
  static List<Pattern> patterns(RedactionSettings settings) {
    List<String> forms = settings.hospitalNumberPatterns().orElse(List.of());
    if (forms.size() > settings.maxPatterns()) {
      throw new IllegalStateException(
          "heard.redaction.hospital-number-patterns has more than " + settings.maxPatterns());
    }
    try {
      return forms.stream().map(Pattern::compile).toList();
    } catch (PatternSyntaxException malformed) {
      throw new IllegalStateException(
          "heard.redaction.hospital-number-patterns: " + malformed.getMessage(), malformed);
    }
  }

  /**
   * Answers without identifiers.
   *
   * @param staffNames by token, the names of staff that were taken out of them
   */
  record Redacted(List<FeedbackSubmitted.Answer> answers, Map<String, String> staffNames) {}

  /** Without identifiers, all answers of one submission. */
  Redacted redact(SubmissionRequest request, String organisationId) {
    List<Redactor.Text> texts = new ArrayList<>();
    List<String> languages = new ArrayList<>();
    for (SubmissionRequest.Answer answer : request.answers()) {
      String language = Languages.of(answer.text(), request.language());
      languages.add(language);
      texts.add(new Redactor.Text(answer.text(), isRead(language)));
    }
    NameTokens tokens = new NameTokens();
    List<Redaction> redacted = redactor.redact(texts, places(organisationId), tokens);
    List<FeedbackSubmitted.Answer> answers = new ArrayList<>();
    for (int i = 0; i < redacted.size(); i++) {
      answers.add(answer(request.answers().get(i).question(), languages.get(i), redacted.get(i)));
    }
    return new Redacted(answers, tokens.staffNames());
  }

  /**
   * Without identifiers, a text that somebody else wrote for an answer. Its tokens are numbered for
   * themselves and nothing of it is kept.
   *
   * @param language that it is in; null: identified here
   */
  public String redact(String text, String language, String organisationId) {
    boolean readable = isRead(language == null ? Languages.of(text, null) : language);
    return redactor.redact(text, places(organisationId), new NameTokens(), readable).text();
  }

  private PlaceNames places(String organisationId) {
    return places.get(organisationId, id -> new PlaceNames(directory.placeNames(id)));
  }

  private static boolean isRead(String language) {
    return language == null || language.equals(Languages.ENGLISH);
  }

  private static FeedbackSubmitted.Answer answer(
      String question, String language, Redaction redaction) {
    return new FeedbackSubmitted.Answer(
        question,
        redaction.text(),
        language,
        isRead(language) ? null : LANGUAGE,
        redaction.staffTokens().stream()
            .map(
                token -> new FeedbackSubmitted.NameToken(token.token(), token.start(), token.end()))
            .toList());
  }
}
