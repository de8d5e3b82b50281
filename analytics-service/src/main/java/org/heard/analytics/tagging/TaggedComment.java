package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Everything the tagger says about one comment.
 *
 * @param tags no two with the same layer, theme and polarity
 * @param sentiment 1 very positive to 5 very negative; null without content
 * @param criticality -5 worst to +5 best; null without content
 * @param severity of the worst statement
 * @param alerts at most one a category, in the order of {@link AlertCategory}
 * @param language ISO 639-1 code where it is recognised, else {@code und}
 * @param names of staff in it, as tokens, and whether they are praised
 */
public record TaggedComment(
    List<Tag> tags,
    List<QdcLabel> qdc,
    Integer sentiment,
    Integer criticality,
    Severity severity,
    List<Alert> alerts,
    String language,
    StaffNames names) {

  public TaggedComment {
    tags = List.copyOf(tags);
    qdc = List.copyOf(qdc);
    alerts = List.copyOf(alerts);
  }

  /** The first alert category in the order of the closed list. */
  public Optional<AlertCategory> alert() {
    return alerts.stream().map(Alert::category).sorted().findFirst();
  }

  /** The categories of its alerts. */
  public Set<AlertCategory> categories() {
    return alerts.stream().map(Alert::category).collect(Collectors.toSet());
  }

  /** Whether the comment says anything: neither empty of content nor in a language not read. */
  public boolean withContent() {
    return !hasGeneral(Themes.NO_CONTENT) && !unsupportedLanguage();
  }

  /** Whether the text waits for a person because the tagger does not read its language. */
  public boolean unsupportedLanguage() {
    return hasGeneral(Themes.UNSUPPORTED_LANGUAGE);
  }

  /**
   * The same with these categories raised, too, by another text of the same comment; all of this
   * one is their evidence.
   *
   * @param text that was tagged
   */
  public TaggedComment alsoRaising(Collection<AlertCategory> categories, String text) {
    Evidence all = Evidence.of(text, 0, text.length());
    List<Alert> raised = new ArrayList<>(alerts);
    EnumSet.allOf(AlertCategory.class).stream()
        .filter(categories::contains)
        .filter(category -> alerts.stream().noneMatch(had -> had.category() == category))
        .forEach(category -> raised.add(new Alert(category, all)));
    raised.sort(Comparator.comparing(Alert::category));
    return withAlerts(raised);
  }

  TaggedComment withAlerts(List<Alert> others) {
    return new TaggedComment(tags, qdc, sentiment, criticality, severity, others, language, names);
  }

  private boolean hasGeneral(String theme) {
    return tags.stream().anyMatch(t -> t.layer() == Layer.GENERAL && t.theme().equals(theme));
  }
}
