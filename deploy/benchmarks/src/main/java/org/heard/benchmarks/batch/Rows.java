package org.heard.benchmarks.batch;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.heard.benchmarks.tag.Texts;

/** Invented submissions, as lines of a batch and as rows of a table. */
public record Rows(List<Row> rows) {
  private static final List<String> TEXTS = Texts.invented();

  record Row(UUID id, String ward, int rating, String text, Instant authoredAt) {
    String json() {
      return """
          {"id": "%s", "wardId": "%s", "rating": %d, "channel": "import", "authoredAt": "%s", \
          "answers": [{"question": "good", "text": "%s"}]}
          """
          .formatted(id, ward, rating, authoredAt, text);
    }

    /** PostgreSQL's text format; the texts hold neither tabs nor backslashes. */
    String copy() {
      return "%s\t%s\t%d\t%s\t%s\n".formatted(id, ward, rating, text, authoredAt);
    }
  }

  /** So many new ones, in turn for each ward. */
  public static Rows invented(int count, List<String> wards) {
    // Not seeded: a second run against the same suite must send other ids.
    SplittableRandom random = new SplittableRandom();
    Instant now = Instant.now();
    List<Row> rows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      rows.add(
          new Row(
              // Version 4, variant 2.
              new UUID(
                  (random.nextLong() & ~0xF000L) | 0x4000L,
                  (random.nextLong() >>> 2) | Long.MIN_VALUE),
              wards.get(i % wards.size()),
              1 + random.nextInt(6),
              TEXTS.get(random.nextInt(TEXTS.size())),
              now));
    }
    return new Rows(rows);
  }

  public int count() {
    return rows.size();
  }

  /** The same in so many parts of nearly the same size. */
  List<Rows> parts(int many) {
    List<Rows> parts = new ArrayList<>();
    for (int i = 0; i < many; i++) {
      parts.add(new Rows(rows.subList(count() * i / many, count() * (i + 1) / many)));
    }
    return parts;
  }

  byte[] json() {
    StringBuilder lines = new StringBuilder();
    rows.forEach(row -> lines.append(row.json()));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }

  byte[] copy() {
    StringBuilder lines = new StringBuilder();
    rows.forEach(row -> lines.append(row.copy()));
    return lines.toString().getBytes(StandardCharsets.UTF_8);
  }
}
