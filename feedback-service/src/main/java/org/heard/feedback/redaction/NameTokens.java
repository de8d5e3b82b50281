package org.heard.feedback.redaction;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which token stands for which name within one submission: the same person has the same token in
 * all its answers, and none elsewhere, so that nobody can be counted or searched by name.
 */
public final class NameTokens {
  private static final String STAFF = "[STAFF-";
  private static final String PERSON = "[PERSON-";

  /** Letters of names that are no letter with an accent, and how they are typed without them. */
  private static final Map<Character, String> LETTERS =
      Map.of(
          'ł', "l", 'ø', "o", 'đ', "d", 'ð', "d", 'þ', "th", 'ß', "ss", 'æ', "ae", 'œ', "oe", 'ı',
          "i");

  private static final int SHORTEST_WITH_O = 6;
  private static final int ASCII_END = 0x80;

  /** By token, the name as it was first written. */
  private final Map<String, String> names = new LinkedHashMap<>();

  /** By token, the same name as {@link #plain} has it. */
  private final Map<String, String> plainNames = new LinkedHashMap<>();

  /** By word, the tokens of the names that have it. */
  private final Map<String, Set<String>> byWord = new HashMap<>();

  /** Tokens of staff that could be somebody else's. */
  private final Set<String> withheld = new HashSet<>();

  /**
   * Such as only the cues are not sure of, and such as what they are or where they work stands at.
   */
  private final Set<String> doubted = new HashSet<>();

  private final Set<String> vouched = new HashSet<>();

  private final Set<String> shown = new HashSet<>();

  private int staff;
  private int persons;

  /** The token of a name: that of an equal name, or of one that this continues ("Jo", "Jo B"). */
  String of(String name, boolean isStaff) {
    String token = known(name, isStaff ? STAFF : PERSON);
    if (token == null) {
      token = isStaff ? STAFF + ++staff + ']' : PERSON + ++persons + ']';
      names.put(token, name);
      plainNames.put(token, compared(name));
    }
    for (String word : NameFinder.ownWords(name)) {
      add(typed(word), token);
      String without = withoutO(word);
      if (!without.equals(word)) {
        add(typed(without), token);
        add('o' + typed(without), token);
      }
    }
    return token;
  }

  private void add(String word, String token) {
    byWord.computeIfAbsent(word, first -> new LinkedHashSet<>()).add(token);
  }

  /** "Neill" of "o'neill", which is typed with a blank or without anything, too. */
  static String withoutO(String plain) {
    return plain.startsWith("o'") && plain.length() >= SHORTEST_WITH_O ? plain.substring(2) : plain;
  }

  private String known(String name, String kind) {
    String plain = compared(name);
    for (Map.Entry<String, String> known : plainNames.entrySet()) {
      if (known.getKey().startsWith(kind) && isSame(known.getValue(), plain)) {
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
    return byWord.containsKey(typed(word));
  }

  /**
   * The token of the name that has this word. If several have it, nobody can tell whose it is: then
   * it is a name of its own, that of a member of staff if it may be one's.
   */
  String again(String word, String written) {
    Set<String> tokens = byWord.get(typed(word));
    return tokens.size() == 1
        ? tokens.iterator().next()
        : of(written, tokens.stream().anyMatch(token -> token.startsWith(STAFF)));
  }

  /** Whose name a token stands for. */
  static IdentifierKind kind(String token) {
    return token.startsWith(STAFF) ? IdentifierKind.STAFF : IdentifierKind.PERSON;
  }

  /** The name of this token is nobody's to tell: it could be a patient's. */
  void withhold(String token) {
    withheld.add(token);
  }

  /** The cues are not sure that the name of this token is that of staff. */
  void doubt(String token) {
    doubted.add(token);
  }

  /** The words around the name of this token show that its person cares for others. */
  void show(String token) {
    shown.add(token);
  }

  /** Their profession or place of work stands at the name, which lifts any doubt of the cues. */
  void vouch(String token) {
    vouched.add(token);
    shown.add(token);
  }

  /**
   * By token, the names of staff that may be told; for the vault only. Without those that nothing
   * shows to be staff's or that are withheld, and such as share a word with one of these or with
   * somebody else's, as the two may be the same person.
   */
  public Map<String, String> staffNames() {
    Map<String, String> found = new LinkedHashMap<>(names);
    found.keySet().removeIf(this::isNotToTell);
    for (Set<String> tokens : byWord.values()) {
      if (tokens.stream().anyMatch(this::isNotToTell)) {
        found.keySet().removeAll(tokens);
      }
    }
    return found;
  }

  private boolean isNotToTell(String token) {
    return !shown.contains(token)
        || withheld.contains(token)
        || (doubted.contains(token) && !vouched.contains(token));
  }

  private static boolean isSame(String one, String other) {
    return one.equals(other) || one.startsWith(other + ' ') || other.startsWith(one + ' ');
  }

  /** "O'Neill", "O Neill" and "Neill" are one. */
  private static String compared(String name) {
    StringBuilder compared = new StringBuilder();
    for (String word : plain(name).split(" ", -1)) {
      String without = withoutO(word);
      compared.append(without.equals("o") ? "" : without + ' ');
    }
    return compared.toString().strip();
  }

  /**
   * A name in a form that is the same however somebody types it: in lower case, without accents, a
   * blank between its words ("Łukasz", "ZOË" and "zoe").
   */
  public static String plain(String name) {
    Words words = Words.of(name);
    return typed(String.join(" ", words.plain(0, words.size())));
  }

  /** A word, as {@link Word#plain} has it, with letters that every keyboard has. */
  private static String typed(String plain) {
    if (plain.chars().allMatch(letter -> letter < ASCII_END)) {
      return plain;
    }
    StringBuilder typed = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char letter = plain.charAt(i);
      typed.append(LETTERS.getOrDefault(letter, String.valueOf(letter)));
    }
    return typed.toString();
  }
}
