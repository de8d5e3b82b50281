package org.heard.benchmarks.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.heard.benchmarks.tag.Texts;

/**
 * Comments that cost alike.
 *
 * @param what they have in common
 */
record Comments(String what, List<String> texts) {
  private static final int SHORT = 60;
  private static final int LONG = 150;

  /** Invented ones: those of the other benchmarks, and some with identifiers and names. */
  static List<String> invented() {
    List<String> all = new ArrayList<>(Texts.invented());
    all.addAll(lines("names.txt"));
    all.addAll(lines("texts.txt"));
    return all;
  }

  /** By length and by whether a digit is in them, which decides how much is looked for. */
  static List<Comments> groups(List<String> all) {
    List<Comments> groups = new ArrayList<>();
    for (boolean digits : new boolean[] {false, true}) {
      String end = digits ? ", with a digit" : ", no digit";
      Predicate<String> alike = text -> hasDigit(text) == digits;
      groups.add(of("short" + end, all, alike.and(text -> text.length() < SHORT)));
      groups.add(
          of(
              "middling" + end,
              all,
              alike.and(text -> text.length() >= SHORT && text.length() < LONG)));
      groups.add(of("long" + end, all, alike.and(text -> text.length() >= LONG)));
    }
    groups.removeIf(group -> group.texts().isEmpty());
    return groups;
  }

  double characters() {
    return texts.stream().mapToInt(String::length).average().orElse(0);
  }

  private static boolean hasDigit(String text) {
    return text.chars().anyMatch(Character::isDigit);
  }

  private static Comments of(String what, List<String> all, Predicate<String> which) {
    return new Comments(what, all.stream().filter(which).toList());
  }

  private static List<String> lines(String name) {
    try (InputStream file = Comments.class.getResourceAsStream(name)) {
      return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }
}
