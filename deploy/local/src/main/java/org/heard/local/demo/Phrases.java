package org.heard.local.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The phrase grammar of {@code phrases.txt}, which explains its own form. */
final class Phrases {

  private static final Pattern HEADER = Pattern.compile("== (.+?)(?: x(\\d+))?");
  private static final Pattern LINE = Pattern.compile("(~ )?(?:\\(([a-z -]+)\\) )?(- )?(.+)");
  private static final Pattern SLOT = Pattern.compile("\\{([^}]+)}");
  private static final Pattern CHOICE = Pattern.compile("\\[([^\\[\\]]*\\|[^\\[\\]]*)]");
  private static final String NAME = "{name}";
  private static final String RELATIVE = "carer";
  private static final double RARE = 0.25;

  private final Map<String, List<Phrase>> sections = new LinkedHashMap<>();
  private final List<Topic> topics = new ArrayList<>();
  private final Map<Asked, List<Phrase>> fitting = new HashMap<>();

  private final Map<Asked, List<Topic>> fittingTopics = new HashMap<>();

  private record Asked(String section, boolean fewWords, Writer.Kind writer) {}

  private Phrases() {}

  static Phrases read() {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(
                Phrases.class.getResourceAsStream("phrases.txt"), StandardCharsets.UTF_8))) {
      return parse(lines.lines().toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Phrases parse(List<String> lines) {
    Phrases phrases = new Phrases();
    List<Phrase> section = new ArrayList<>();
    for (String line : lines) {
      if (line.startsWith("== ")) {
        section = phrases.begin(line);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add(phrase(line));
      }
    }
    return phrases;
  }

  private List<Phrase> begin(String line) {
    Matcher header = HEADER.matcher(line);
    if (!header.matches()) {
      throw new IllegalStateException("phrases.txt: " + line);
    }
    if (header.group(2) != null) {
      topics.add(new Topic(header.group(1), Integer.parseInt(header.group(2))));
    }
    return sections.computeIfAbsent(header.group(1), name -> new ArrayList<>());
  }

  private static Phrase phrase(String line) {
    Matcher parts = LINE.matcher(line);
    if (!parts.matches()) {
      throw new IllegalStateException("phrases.txt: " + line);
    }
    Set<String> kinds =
        parts.group(2) == null ? new TreeSet<>() : new TreeSet<>(Set.of(parts.group(2).split(" ")));
    boolean relative = kinds.contains(RELATIVE);
    kinds.remove(RELATIVE);
    return new Phrase(
        parts.group(4), kinds, parts.group(3) != null, parts.group(1) != null, relative);
  }

  /** All topics, in the file's order. */
  List<Topic> topics() {
    return topics;
  }

  Set<String> sections() {
    return sections.keySet();
  }

  /** The topics that this person has something to say about, in the file's order. */
  List<Topic> topics(boolean praising, boolean fewWords, Writer writer) {
    return fittingTopics.computeIfAbsent(
        new Asked(Boolean.toString(praising), fewWords, writer.kind()),
        asked ->
            topics.stream()
                .filter(topic -> topic.praises() == praising)
                .filter(topic -> !fitting(topic.name(), fewWords, writer).isEmpty())
                .toList());
  }

  /** The lines of a section that this person would say; few words, or sentences. */
  List<Phrase> fitting(String section, boolean fewWords, Writer writer) {
    return fitting.computeIfAbsent(new Asked(section, fewWords, writer.kind()), this::select);
  }

  private List<Phrase> select(Asked asked) {
    List<Phrase> lines = sections.get(asked.section());
    if (lines == null) {
      throw new IllegalStateException("phrases.txt has no section " + asked.section());
    }
    return lines.stream()
        .filter(phrase -> phrase.fewWords() == asked.fewWords() && phrase.fits(asked.writer()))
        .filter(phrase -> slotsFit(phrase, asked.writer()))
        .toList();
  }

  private boolean slotsFit(Phrase phrase, Writer.Kind writer) {
    return SLOT.matcher(phrase.text())
        .results()
        .map(slot -> slot.group())
        .filter(slot -> !slot.equals(NAME))
        .noneMatch(slot -> select(new Asked(slot, false, writer)).isEmpty());
  }

  /** One of the lines, its slots filled; lines must not be empty. */
  String say(List<Phrase> lines, Writer writer, Dice dice) {
    Phrase phrase = dice.pick(lines);
    while (phrase.rare() && !dice.chance(RARE)) {
      phrase = dice.pick(lines);
    }
    return fill(phrase.text(), writer, dice);
  }

  /** Few words of a section. */
  String sayFewWords(String section, Writer writer, Dice dice) {
    return say(fitting(section, true, writer), writer, dice);
  }

  /** A sentence of a section. */
  String say(String section, Writer writer, Dice dice) {
    return say(fitting(section, false, writer), writer, dice);
  }

  private String fill(String text, Writer writer, Dice dice) {
    String chosen =
        CHOICE
            .matcher(text)
            .replaceAll(
                match ->
                    Matcher.quoteReplacement(dice.pick(List.of(match.group(1).split("\\|", -1)))));
    return SLOT.matcher(chosen)
        .replaceAll(match -> Matcher.quoteReplacement(slot(match.group(), writer, dice)));
  }

  private String slot(String name, Writer writer, Dice dice) {
    return name.equals(NAME) ? writer.name() : say(name, writer, dice);
  }
}
