package org.heard.analytics.ingest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.heard.analytics.tagging.AlertCategory;
import org.heard.analytics.tagging.CommentText;
import org.heard.analytics.tagging.Question;
import org.heard.analytics.tagging.Tag;
import org.heard.analytics.tagging.TaggedComment;
import org.heard.analytics.tagging.Tagger;
import org.heard.analytics.tagging.Themes;

/**
 * What a history must come to: the rules of README.md said once more, with an account for each
 * submission and no database. Of the service it uses the tagger alone.
 */
class Ledger {
  private static final Set<AlertCategory> REVIEWED =
      EnumSet.complementOf(
          EnumSet.of(
              AlertCategory.FALL_OR_MEDICATION_ERROR,
              AlertCategory.BEREAVEMENT,
              AlertCategory.COMPLAINT_OR_LEGAL));

  /** One answer as it is published; {@code held} is the language it is held for, or null. */
  record Answer(String question, String held, String text) {
    String published() {
      return held == null ? question + ": " + text : "%s[%s]: %s".formatted(question, held, text);
    }
  }

  /** A version of a submission. */
  record Submitted(UUID id, int version, String ward, Integer rating, List<Answer> answers) {}

  /** What counts of a ward say. */
  record Totals(
      long submissions,
      Map<String, Long> ratings,
      long comments,
      long withContent,
      long withheld,
      Map<String, Long> languages,
      Map<String, Long> themes,
      Map<String, Long> pillars,
      long anyShortfall,
      long corrections,
      long net) {}

  /** What became of a submission. */
  private enum State {
    LIVE,
    /** Its words are over before it was here. */
    EXPECTED_WITHOUT_WORDS,
    WITHOUT_WORDS,
    GONE
  }

  /** What a comment says now, before anybody corrects it. */
  private record Said(TaggedComment tagged, boolean withheld) {}

  /** That a tag of a comment was added or taken away. */
  private record Correction(int n, String theme, boolean added) {}

  private static final class Account {
    private State state;
    private Submitted latest;
    private final Map<Integer, Said> written = new HashMap<>();
    private final List<Correction> corrections = new ArrayList<>();
  }

  private final Tagger tagger;
  private final Map<UUID, Account> accounts = new HashMap<>();

  Ledger(Tagger tagger) {
    this.tagger = tagger;
  }

  /** One batch: erasures come first, and of each submission its latest version counts. */
  void deliver(List<Submitted> submissions, Map<UUID, List<String>> erasures) {
    erasures.forEach((id, reasons) -> erase(id, reasons.stream().allMatch("retention"::equals)));
    submissions.stream()
        .sorted(Comparator.comparingInt(Submitted::version).reversed())
        .forEach(this::submit);
  }

  private void submit(Submitted next) {
    Account account = accounts.computeIfAbsent(next.id(), id -> new Account());
    if (account.state == null || account.state == State.EXPECTED_WITHOUT_WORDS) {
      account.state = account.state == null ? State.LIVE : State.WITHOUT_WORDS;
      account.latest = next;
    } else if (account.state == State.LIVE && next.version() > account.latest.version()) {
      account.corrections.removeIf(
          each -> !words(next, each.n()).equals(words(account.latest, each.n())));
      account.written.keySet().removeIf(n -> !held(next, n).equals(held(account.latest, n)));
      account.latest = next;
    }
  }

  /** Question and language may be others; what was written was written for the words. */
  private static String held(Submitted submitted, int n) {
    if (n > submitted.answers().size()) {
      return "";
    }
    Answer answer = submitted.answers().get(n - 1);
    return answer.held() == null ? "" : answer.text();
  }

  private static String words(Submitted submitted, int n) {
    return n > submitted.answers().size() ? "" : submitted.answers().get(n - 1).text();
  }

  private void erase(UUID id, boolean keepsCounts) {
    Account account = accounts.computeIfAbsent(id, each -> new Account());
    if (!keepsCounts) {
      account.state = State.GONE;
    } else if (account.state == null) {
      account.state = State.EXPECTED_WITHOUT_WORDS;
    } else if (account.state == State.LIVE) {
      account.state = State.WITHOUT_WORDS;
    }
  }

  /** What a person writes in the place of a comment. Returns the status that it must have. */
  int write(UUID id, int n, boolean translation, String text) {
    Account account = accounts.get(id);
    if (account == null || account.state != State.LIVE || n > account.latest.answers().size()) {
      return 404;
    }
    Answer answer = account.latest.answers().get(n - 1);
    if (answer.held() == null) {
      return 409;
    }
    CommentText read = read(answer, account.latest.rating(), text);
    TaggedComment tagged = translation ? tagger.tag(read) : tagger.tagUnread(read);
    Said before = account.written.put(n, new Said(tagged, inReview(tagged)));
    if (before == null || !before.tagged().equals(tagged)) {
      account.corrections.removeIf(each -> each.n() == n);
    }
    return 200;
  }

  /** What two people have decided about a tag of a comment that is shown. */
  void correct(UUID id, int n, String theme, boolean added) {
    accounts.get(id).corrections.add(new Correction(n, theme, added));
  }

  /** The ward of a submission as it was last read, or {@code other} where there is none. */
  String wardOf(UUID id, String other) {
    Account account = accounts.get(id);
    return account == null || account.latest == null ? other : account.latest.ward();
  }

  Totals totals(String ward) {
    List<Account> counted =
        accounts.values().stream()
            .filter(each -> each.state == State.LIVE || each.state == State.WITHOUT_WORDS)
            .filter(each -> each.latest.ward().equals(ward))
            .toList();
    Map<String, Long> ratings = new TreeMap<>();
    for (int rating = 1; rating <= 6; rating++) {
      int one = rating;
      ratings.put(
          String.valueOf(rating),
          counted.stream()
              .filter(each -> each.latest.rating() != null && each.latest.rating() == one)
              .count());
    }
    List<Said> said = counted.stream().flatMap(each -> said(each).stream()).toList();
    return new Totals(
        counted.size(),
        ratings,
        said.size(),
        said.stream().filter(each -> each.tagged().withContent()).count(),
        said.stream().filter(Said::withheld).count(),
        counted.stream()
            .flatMap(Ledger::languages)
            .collect(Collectors.groupingBy(code -> code, TreeMap::new, Collectors.counting())),
        counted.stream()
            .flatMap(each -> themes(each).stream())
            .flatMap(Set::stream)
            .collect(Collectors.groupingBy(theme -> theme, TreeMap::new, Collectors.counting())),
        counted.stream()
            .flatMap(each -> themes(each).stream())
            .flatMap(comment -> pillars(comment).stream())
            .collect(Collectors.groupingBy(pillar -> pillar, TreeMap::new, Collectors.counting())),
        counted.stream()
            .flatMap(each -> themes(each).stream())
            .filter(comment -> comment.stream().anyMatch(Ledger::shortfall))
            .count(),
        counted.stream().mapToLong(each -> each.corrections.size()).sum(),
        counted.stream()
            .flatMap(each -> each.corrections.stream())
            .mapToLong(each -> each.added() ? 1 : -1)
            .sum());
  }

  /** Of the person, whatever was written in the place of an answer; forgotten with the words. */
  private static Stream<String> languages(Account account) {
    return account.latest.answers().stream()
        .map(answer -> answer.held() == null ? "en" : answer.held())
        .map(language -> account.state == State.WITHOUT_WORDS ? "und" : language);
  }

  private static boolean shortfall(String theme) {
    return theme.startsWith("compassion/") && theme.endsWith("/absent");
  }

  /** Pillar and polarity of each tag of a comment, once. */
  private static Set<String> pillars(Set<String> themes) {
    Set<String> pillars = new TreeSet<>();
    for (Themes.Theme theme : Themes.compassion()) {
      String prefix = "compassion/" + theme.code() + "/";
      themes.stream()
          .filter(each -> each.startsWith(prefix))
          .forEach(each -> pillars.add(theme.pillar() + each.substring(prefix.length() - 1)));
    }
    return pillars;
  }

  /** The tags of a submission's comments, the last decision about each of them applied. */
  private List<Set<String>> themes(Account account) {
    List<Said> said = said(account);
    List<Set<String>> themes = new ArrayList<>();
    for (int n = 1; n <= said.size(); n++) {
      Set<String> own = new TreeSet<>();
      said.get(n - 1).tagged().tags().forEach(tag -> own.add(theme(tag)));
      for (Correction correction : account.corrections) {
        if (correction.n() == n && correction.added()) {
          own.add(correction.theme());
        } else if (correction.n() == n) {
          own.remove(correction.theme());
        }
      }
      themes.add(own);
    }
    return themes;
  }

  private List<Said> said(Account account) {
    List<Said> said = new ArrayList<>();
    for (int n = 1; n <= account.latest.answers().size(); n++) {
      Said written = account.written.get(n);
      Answer answer = account.latest.answers().get(n - 1);
      said.add(written != null ? written : said(answer, account.latest.rating()));
    }
    return said;
  }

  private Said said(Answer answer, Integer rating) {
    boolean held = answer.held() != null;
    CommentText read = read(answer, rating, answer.text());
    TaggedComment tagged = held ? tagger.tagUnread(read) : tagger.tag(read);
    return new Said(tagged, held || tagged.unsupportedLanguage() || inReview(tagged));
  }

  private static CommentText read(Answer answer, Integer rating, String text) {
    return new CommentText(Question.of(answer.question()).orElseThrow(), rating, text);
  }

  private static boolean inReview(TaggedComment tagged) {
    return tagged.categories().stream().anyMatch(REVIEWED::contains);
  }

  static String theme(String layer, String theme, String polarity) {
    return layer + "/" + theme + (polarity == null ? "" : "/" + polarity);
  }

  private static String theme(Tag tag) {
    String polarity = tag.polarity() == null ? null : tag.polarity().code();
    return theme(tag.layer().code(), tag.theme(), polarity);
  }
}
