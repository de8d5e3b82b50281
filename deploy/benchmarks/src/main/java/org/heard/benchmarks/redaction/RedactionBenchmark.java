package org.heard.benchmarks.redaction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.heard.benchmarks.machine.Pace;
import org.heard.benchmarks.report.Report;
import org.heard.benchmarks.report.Row;
import org.heard.feedback.redaction.Languages;
import org.heard.feedback.redaction.NameTokens;
import org.heard.feedback.redaction.PlaceNames;
import org.heard.feedback.redaction.Redactor;

/** One run: redaction of each group of comments, sealing, and both on the way of a submission. */
final class RedactionBenchmark {
  private static final int ROUNDS = 3;

  /** What a script of one line would take out: long numbers and addresses of mail. */
  private static final Pattern PLAIN =
      Pattern.compile("\\b[0-9][0-9 ().-]{5,14}[0-9]\\b|\\b\\S{1,64}@\\S{1,64}\\b");

  private static final PlaceNames PLACES =
      new PlaceNames(List.of("Ash Ward", "Birch Ward", "Fraser Unit", "Northmoor General"));

  private final List<String> texts;
  private final Duration round;
  private final Report report;
  private final Redactor redactor = new Redactor(List.of());
  private final Ciphers ciphers = new Ciphers();

  RedactionBenchmark(List<String> texts, Duration round, Report report) {
    this.texts = texts;
    this.round = round;
    this.report = report;
  }

  void run() {
    // So that no group is measured with code that has only seen another.
    Pace.of(this::redact, texts, round.multipliedBy(2));
    for (Comments group : Comments.groups(texts)) {
      redaction(group);
    }
    redaction(new Comments("all", texts));
    sealing();
    report.table();
  }

  private void redaction(Comments group) {
    List<Pace> paces = inTurn(group.texts(), List.of(this::redact, RedactionBenchmark::plain));
    Pace redacted = paces.get(0);
    Pace plain = paces.get(1);
    report.add(
        new Row(
            "redaction, %s (%d of %.0f characters)"
                .formatted(group.what(), group.texts().size(), group.characters()),
            told(redacted),
            "one plain pattern: %,.0f/s".formatted(plain.perSecond()),
            "%.3f".formatted(redacted.perSecond() / plain.perSecond()),
            "",
            ""));
  }

  private void sealing() {
    List<Pace> paces =
        inTurn(
            texts, List.of(this::redact, this::onTheWay, ciphers::seal, any -> ciphers.encrypt()));
    Pace redacted = paces.get(0);
    Pace onTheWay = paces.get(1);
    Pace sealed = paces.get(2);
    double bare = paces.get(3).perSecond() * Ciphers.perPiece(texts);
    report.add(
        new Row(
            "sealing, all",
            told(sealed),
            "AES-256-GCM in pieces of 1 MB: %,.0f/s of the same bytes".formatted(bare),
            "%.3f".formatted(sealed.perSecond() / bare),
            "",
            ""));
    double together = onTheWay.micros() + sealed.micros();
    report.add(
        Row.told(
            "on the way of a submission with one answer",
            "%.1f us: language %.1f, redaction %.1f, sealing %.1f (%.0f %%)"
                .formatted(
                    together,
                    onTheWay.micros() - redacted.micros(),
                    redacted.micros(),
                    sealed.micros(),
                    100 * sealed.micros() / together)));
  }

  /** Round 0 of each warms up; of the others the fastest counts. */
  private List<Pace> inTurn(List<String> read, List<ToIntFunction<String>> readers) {
    List<Pace> fastest = new ArrayList<>();
    for (int i = 0; i <= ROUNDS; i++) {
      for (int reader = 0; reader < readers.size(); reader++) {
        Pace now = Pace.of(readers.get(reader), read, round);
        if (i == 0) {
          fastest.add(null);
        } else {
          fastest.set(reader, Pace.faster(fastest.get(reader), now));
        }
      }
    }
    report.step("%d texts: %,.0f/s".formatted(read.size(), fastest.get(0).perSecond()));
    return fastest;
  }

  private static String told(Pace pace) {
    return "%,.0f/s, %.1f us, %,.0f bytes a comment"
        .formatted(pace.perSecond(), pace.micros(), pace.bytes());
  }

  private int redact(String text) {
    return redactor.redact(text, PLACES, new NameTokens(), true).text().length();
  }

  /** As a submission's answer goes: first its language is told. */
  private int onTheWay(String text) {
    String language = Languages.of(text, null);
    boolean readable = language == null || language.equals(Languages.ENGLISH);
    return redactor.redact(text, PLACES, new NameTokens(), readable).text().length();
  }

  private static int plain(String text) {
    return PLAIN.matcher(text).replaceAll("[REMOVED]").length();
  }
}
