package org.heard.feedback.redaction;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Which token stands for which name within one submission: the same person has the same token in
 * all its answers, and none elsewhere, so that nobody can be counted or searched by name.
 */
public final class NameTokens {

  /** By token, the name as it was first written. */
  private final Map<String, String> names = new LinkedHashMap<>();

  private int staff;
  private int persons;

  /** The token of a name: that of an equal name, or of one that this continues ("Jo", "Jo B"). */
  String of(String name, boolean isStaff) {
    String kind = isStaff ? "[STAFF-" : "[PERSON-";
    for (Map.Entry<String, String> known : names.entrySet()) {
      if (known.getKey().startsWith(kind) && isSame(known.getValue(), name)) {
        return known.getKey();
      }
    }
    String token = kind + (isStaff ? ++staff : ++persons) + ']';
    names.put(token, name);
    return token;
  }

  /** By token, the names of staff that were found; for the vault only. */
  public Map<String, String> staffNames() {
    Map<String, String> found = new LinkedHashMap<>(names);
    found.keySet().removeIf(token -> !token.startsWith("[STAFF-"));
    return found;
  }

  private static boolean isSame(String known, String name) {
    String one = known.toLowerCase(Locale.ROOT);
    String other = name.toLowerCase(Locale.ROOT);
    return one.equals(other) || one.startsWith(other + ' ') || other.startsWith(one + ' ');
  }
}
