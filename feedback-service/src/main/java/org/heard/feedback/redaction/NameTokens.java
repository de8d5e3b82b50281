package org.heard.feedback.redaction;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which token stands for which name within one submission: the same person has the same token in
 * all its answers, and none elsewhere, so that nobody can be counted or searched by name.
 */
public final class NameTokens {
  private static final String STAFF = "[STAFF-";
  private static final String PERSON = "[PERSON-";

  /** By token, the name as it was first written. */
  private final Map<String, String> names = new LinkedHashMap<>();

  /** By word, the tokens of the names that have it. */
  private final Map<String, Set<String>> byWord = new HashMap<>();

  private int staff;
  private int persons;

  /** The token of a name: that of an equal name, or of one that this continues ("Jo", "Jo B"). */
  String of(String name, boolean isStaff) {
    String token = known(name, isStaff ? STAFF : PERSON);
    if (token == null) {
      token = isStaff ? STAFF + ++staff + ']' : PERSON + ++persons + ']';
      names.put(token, name);
    }
    for (String word : NameFinder.ownWords(name)) {
      byWord.computeIfAbsent(word, first -> new LinkedHashSet<>()).add(token);
    }
    return token;
  }

  private String known(String name, String kind) {
    for (Map.Entry<String, String> known : names.entrySet()) {
      if (known.getKey().startsWith(kind) && isSame(known.getValue(), name)) {
        return known.getKey();
      }
    }
    return null;
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** Whether the word, as {@link Word#plain} has it, is one of a name that has a token. */
  boolean haveWord(String word) {
    return byWord.containsKey(word);
  }

  /**
   * The token of the name that has this word. If several have it, nobody can tell whose it is: then
   * it is a name of its own, that of a member of staff if it may be one's.
   */
  String again(String word, String written) {
    Set<String> tokens = byWord.get(word);
    return tokens.size() == 1
        ? tokens.iterator().next()
        : of(written, tokens.stream().anyMatch(token -> token.startsWith(STAFF)));
  }

  /** Whose name a token stands for. */
  static IdentifierKind kind(String token) {
    return token.startsWith(STAFF) ? IdentifierKind.STAFF : IdentifierKind.PERSON;
  }

  /**
   * By token, the names of staff that were found; for the vault only. Without one that shares a
   * word with somebody else's, as the two may be the same person.
   */
  public Map<String, String> staffNames() {
    Map<String, String> found = new LinkedHashMap<>(names);
    found.keySet().removeIf(token -> !token.startsWith(STAFF));
    for (Set<String> tokens : byWord.values()) {
      if (tokens.stream().anyMatch(token -> token.startsWith(PERSON))) {
        found.keySet().removeAll(tokens);
      }
    }
    return found;
  }

  private static boolean isSame(String known, String name) {
    String one = known.toLowerCase(Locale.ROOT);
    String other = name.toLowerCase(Locale.ROOT);
    return one.equals(other) || one.startsWith(other + ' ') || other.startsWith(one + ' ');
  }
}
