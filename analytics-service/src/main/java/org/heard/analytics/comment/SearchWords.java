package org.heard.analytics.comment;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.heard.analytics.problem.ErrorCode;
import org.heard.analytics.problem.ProblemException;

/**
 * Words as typed into a search box: {@code nurse "call bell" wait* -food}. All must stand in a
 * comment; {@code -} before a word or a phrase means that it must not, {@code or} between two that
 * either will do, {@code *} behind a word that it may go on. Every other sign only parts words.
 *
 * @param alternatives any of them is enough; none is empty
 */
record SearchWords(List<List<Term>> alternatives) {

  /**
   * Part of a query, as SQL of a {@code tsquery} with its values.
   *
   * @param sql holds no character of what was typed
   */
  record Term(String sql, List<String> values) {}

  private static final Pattern PARTS = Pattern.compile("(-?)(?:\"([^\"]*)\"?|([^\\s\"]+))");

  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}\\p{M}]+");

  /** What stands in a text in the place of a name. */
  private static final Pattern PERSON = Pattern.compile("(?i)\\b(?:staff|person)-\\p{N}");

  private static final String PHRASE = "phraseto_tsquery('english', ?)";

  /**
   * As typed, or as the stem of what was typed: {@code waiting*} finds waiting, which is kept as
   * wait.
   */
  private static final String PREFIX = "(?::tsquery || to_tsquery('english', ?))";

  SearchWords {
    alternatives = alternatives.stream().map(List::copyOf).toList();
  }

  /**
   * Reads what was typed.
   *
   * @throws ProblemException {@code BAD_FILTER} for what nobody can be asked to look for
   */
  static SearchWords parse(String q, SearchConfig limits) {
    require(
        q.length() <= limits.maxLength(), "q has at most " + limits.maxLength() + " characters.");
    String typed = Normalizer.normalize(q, Normalizer.Form.NFC).replaceAll("[“”„«»]", "\"");
    require(!PERSON.matcher(typed).find(), "Nobody can search for a person or its token.");
    SearchWords words = new SearchWords(alternatives(typed, limits));
    require(!words.alternatives.isEmpty(), "q has no word to look for.");
    int terms = words.alternatives.stream().mapToInt(List::size).sum();
    require(terms <= limits.maxTerms(), "q has at most " + limits.maxTerms() + " words.");
    return words;
  }

  private static List<List<Term>> alternatives(String typed, SearchConfig limits) {
    List<List<Term>> alternatives = new ArrayList<>();
    List<Term> current = new ArrayList<>();
    Matcher part = PARTS.matcher(typed);
    while (part.find()) {
      if ("or".equalsIgnoreCase(part.group())) {
        alternatives.add(current);
        current = new ArrayList<>();
      } else {
        List<Term> meant =
            part.group(2) == null ? word(part.group(3), limits) : phrase(part.group(2));
        current.addAll(part.group(1).isEmpty() ? meant : without(meant));
      }
    }
    alternatives.add(current);
    return alternatives.stream().filter(terms -> !terms.isEmpty()).toList();
  }

  /** Signs are gaps, as they are in what is searched. */
  private static List<Term> phrase(String typed) {
    String words = typed.replaceAll("\\p{Punct}+", " ").strip();
    return WORD.matcher(words).find() ? List.of(new Term(PHRASE, List.of(words))) : List.of();
  }

  /** A word may have signs within, as in night-nurse: then its parts stand beside each other. */
  private static List<Term> word(String typed, SearchConfig limits) {
    if (!typed.endsWith("*")) {
      return phrase(typed);
    }
    List<String> parts = WORD.matcher(typed).results().map(part -> part.group()).toList();
    if (parts.isEmpty()) {
      return List.of();
    }
    String last = parts.get(parts.size() - 1).toLowerCase(Locale.ROOT);
    require(
        last.length() >= limits.minPrefix(),
        "At least " + limits.minPrefix() + " letters stand before *.");
    List<Term> terms = new ArrayList<>();
    parts.subList(0, parts.size() - 1).forEach(part -> terms.addAll(phrase(part)));
    // Quotes around letters and digits alone: nothing in it can be an operator.
    terms.add(new Term(PREFIX, List.of("'" + last + "':*", "'" + last + "':*")));
    return terms;
  }

  private static List<Term> without(List<Term> terms) {
    if (terms.isEmpty()) {
      return terms;
    }
    return List.of(
        new Term(
            "!! (" + joined(terms, " && ") + ")",
            terms.stream().flatMap(term -> term.values().stream()).toList()));
  }

  /** A {@code tsquery}; empty where all words are too common to be looked for. */
  String sql() {
    return alternatives.stream()
        .map(terms -> "(" + joined(terms, " && ") + ")")
        .collect(Collectors.joining(" || "));
  }

  /** The values of {@link #sql()} in order. */
  List<String> values() {
    return alternatives.stream()
        .flatMap(List::stream)
        .flatMap(term -> term.values().stream())
        .toList();
  }

  /** What is said of a query whose words are all too common. */
  static ProblemException tooCommon() {
    return new ProblemException(
        ErrorCode.BAD_FILTER, "q has no word to look for: all of its words are too common.");
  }

  private static String joined(List<Term> terms, String operator) {
    return terms.stream().map(Term::sql).collect(Collectors.joining(operator));
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ProblemException(ErrorCode.BAD_FILTER, otherwise);
    }
  }
}
