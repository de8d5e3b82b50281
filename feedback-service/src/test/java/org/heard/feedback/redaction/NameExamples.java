package org.heard.feedback.redaction;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Sentences in which every name is marked. */
final class NameExamples {
  private static final Pattern TOKEN = Pattern.compile("\\[(STAFF|PERSON)]");
  private static final Pattern MARK = Pattern.compile("\\{\\{(.+?)}}|\\{(.+?)}");

  private NameExamples() {}

  /** A sentence and the names in it. */
  record Example(String text, List<NameFinder.Name> names) {
    /** The name that covers any of these code units, or null. */
    NameFinder.Name at(int start, int end) {
      return names.stream()
          .filter(name -> start < name.end() && end > name.start())
          .findFirst()
          .orElse(null);
    }
  }

  /** What the weights are learnt from. */
  static List<Example> forLearning() {
    List<Example> learning = new ArrayList<>(judged());
    learning.addAll(own());
    return learning;
  }

  /** Written apart from this code, by two writers. */
  static List<Example> judged() {
    List<Example> judged = new ArrayList<>(csv("names.csv"));
    judged.addAll(csv("names-2.csv"));
    return judged;
  }

  /** Written apart from this code by another, read by nobody who changed it; not learnt from. */
  static List<Example> forMeasuring() {
    return csv("names-unseen.csv");
  }

  static List<Example> csv(String file) {
    List<Example> examples = new ArrayList<>();
    try (InputStream in = NameExamples.class.getResourceAsStream("/redaction/" + file)) {
      for (CSVRecord row :
          CSVFormat.DEFAULT
              .builder()
              .setHeader()
              .setSkipHeaderRecord(true)
              .get()
              .parse(new InputStreamReader(in, StandardCharsets.UTF_8))) {
        examples.add(tokens(row.get("text"), row.get("expected")));
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return examples;
  }

  private static List<Example> own() {
    List<Example> examples = new ArrayList<>();
    try (InputStream in = NameExamples.class.getResourceAsStream("/redaction/names-training.txt")) {
      for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
        if (!line.startsWith("#") && !line.isBlank()) {
          examples.add(marks(line));
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return examples;
  }

  private static Example marks(String line) {
    StringBuilder text = new StringBuilder();
    List<NameFinder.Name> names = new ArrayList<>();
    Matcher mark = MARK.matcher(line);
    int from = 0;
    while (mark.find()) {
      text.append(line, from, mark.start());
      boolean staff = mark.group(2) != null;
      String name = mark.group(staff ? 2 : 1);
      names.add(new NameFinder.Name(text.length(), text.length() + name.length(), staff));
      text.append(name);
      from = mark.end();
    }
    return new Example(text.append(line.substring(from)).toString(), names);
  }

  /** What stands in the text where the expected one has a token. */
  private static Example tokens(String text, String expected) {
    List<String> between = new ArrayList<>();
    List<Boolean> staff = new ArrayList<>();
    Matcher token = TOKEN.matcher(expected);
    int from = 0;
    while (token.find()) {
      between.add(expected.substring(from, token.start()));
      staff.add(token.group(1).equals("STAFF"));
      from = token.end();
    }
    between.add(expected.substring(from));
    List<NameFinder.Name> names = new ArrayList<>();
    int start = between.get(0).length();
    for (int i = 1; i < between.size(); i++) {
      String next = between.get(i);
      boolean last = i == between.size() - 1;
      int end = last ? text.length() - next.length() : text.indexOf(next, start + 1);
      if (end <= start || !text.startsWith(next, end)) {
        throw new IllegalStateException("does not fit: " + text + " / " + expected);
      }
      names.add(new NameFinder.Name(start, end, staff.get(i - 1)));
      start = end + next.length();
    }
    return new Example(text, names);
  }
}
