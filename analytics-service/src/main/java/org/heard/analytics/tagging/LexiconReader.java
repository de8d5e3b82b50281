package org.heard.analytics.tagging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the lexicon files of {@code /tagging}. Their form is described at the head of {@code
 * words.txt}. A line that cannot be read stops the start and names itself.
 */
final class LexiconReader {

  private static final double USUAL_CONFIDENCE = 0.8;

  private final Map<String, List<String>> classes = new HashMap<>();
  private final List<Cue> cues = new ArrayList<>();
  private WordSet negators = WordSet.EMPTY;
  private String[] section = {"", "", ""};

  /** All lines of these files, read in this order. */
  static List<Cue> read(List<String> files) {
    LexiconReader reader = new LexiconReader();
    files.forEach(reader::readFile);
    return List.copyOf(reader.cues);
  }

  /** Lines of two words: as written, as meant. */
  static Map<String, String> readSpelling(String file) {
    Map<String, String> spelling = new HashMap<>();
    for (String line : LexiconLines.of(file)) {
      String[] pair = line.split("\\s+", 2);
      for (String wrong : pair[1].split("\\s+", -1)) {
        spelling.put(wrong, pair[0]);
      }
    }
    return spelling;
  }

  private void readFile(String file) {
    for (String line : LexiconLines.of(file)) {
      try {
        readLine(line);
      } catch (RuntimeException unreadable) {
        throw new IllegalStateException("lexicon " + file + ": " + line, unreadable);
      }
    }
  }

  private void readLine(String line) {
    if (line.startsWith("[")) {
      String[] named = line.substring(1, line.length() - 1).split(" ", -1);
      section =
          new String[] {
            named[0], named.length > 1 ? named[1] : "", named.length > 2 ? named[2] : ""
          };
    } else if (line.startsWith("@") && line.contains(" = ")) {
      String[] named = line.split("=", 2);
      List<String> members = words(named[1].strip().split("\\s+", -1));
      classes.computeIfAbsent(named[0].strip(), name -> new ArrayList<>()).addAll(members);
    } else if (section[0].equals("negator")) {
      // a negator is a class too: a phrase that holds one is not negated a second time
      List<String> members = words(line.split("\\s+", -1));
      classes.computeIfAbsent("@not", name -> new ArrayList<>()).addAll(members);
      negators = WordSet.of(classes.get("@not"));
      members.forEach(member -> cues.add(cue(member)));
    } else {
      cues.add(cue(line));
    }
  }

  private List<String> words(String[] written) {
    List<String> words = new ArrayList<>();
    for (String word : written) {
      if (word.startsWith("@")) {
        words.addAll(known(word));
      } else if (!word.isBlank()) {
        words.add(word);
      }
    }
    return words;
  }

  private List<String> known(String name) {
    List<String> members = classes.get(name);
    if (members == null) {
      throw new IllegalArgumentException("no such class " + name);
    }
    return members;
  }

  private Cue cue(String line) {
    Specificity specificity = null;
    double confidence = USUAL_CONFIDENCE;
    WordSet unless = WordSet.EMPTY;
    WordSet near = WordSet.EMPTY;
    WordSet around = WordSet.EMPTY;
    WordSet except = WordSet.EMPTY;
    Question question = null;
    StringBuilder phrase = new StringBuilder();
    String[] parts = line.split("\\s+", -1);
    for (int i = 0; i < parts.length; i++) {
      String part = parts[i];
      if (part.equals("generic") || part.equals("specific")) {
        specificity = part.equals("generic") ? Specificity.GENERIC : Specificity.SPECIFIC;
      } else if (part.startsWith("0.")) {
        confidence = Double.parseDouble(part);
      } else if (part.equals("UNLESS")) {
        unless = alternatives(parts[++i]);
      } else if (part.equals("NEAR")) {
        near = alternatives(parts[++i]);
      } else if (part.equals("AROUND")) {
        around = alternatives(parts[++i]);
      } else if (part.equals("EXCEPT")) {
        except = alternatives(parts[++i]);
      } else if (part.startsWith("QUESTION=")) {
        question = Question.of(part.substring("QUESTION=".length())).orElseThrow();
      } else {
        phrase.append(part).append(' ');
      }
    }
    return new Cue(
        section[0],
        section[1],
        section[2],
        specificity,
        confidence,
        phrase(phrase.toString().strip()),
        unless,
        near,
        around,
        except,
        question,
        line);
  }

  private WordSet alternatives(String written) {
    return WordSet.of(words(written.split("\\|", -1)));
  }

  private Phrase phrase(String written) {
    Phrase.Anchor first = Phrase.Anchor.ANYWHERE;
    Phrase.Anchor last = Phrase.Anchor.ANYWHERE;
    List<Phrase.Step> steps = new ArrayList<>();
    boolean negated = false;
    int gap = 0;
    for (String part : written.split("\\s+", -1)) {
      if (part.startsWith("^")) {
        first = part.length() > 1 ? Phrase.Anchor.COMMENT : Phrase.Anchor.CLAUSE;
      } else if (part.startsWith("$")) {
        last = part.length() > 1 ? Phrase.Anchor.COMMENT : Phrase.Anchor.CLAUSE;
      } else if (part.startsWith("~")) {
        gap = Integer.parseInt(part.substring(1));
      } else {
        boolean optional = part.endsWith("?");
        String plain = optional ? part.substring(0, part.length() - 1) : part;
        WordSet step = alternatives(plain);
        negated |= step.exact().stream().anyMatch(negators::contains);
        steps.add(new Phrase.Step(step, gap, optional));
        gap = 0;
      }
    }
    if (steps.isEmpty() || steps.get(0).optional()) {
      throw new IllegalArgumentException("a phrase begins with a word");
    }
    return new Phrase(List.copyOf(steps), first, last, negated);
  }
}
