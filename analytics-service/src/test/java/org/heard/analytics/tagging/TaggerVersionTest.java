package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.heard.analytics.training.InventedTexts;
import org.junit.jupiter.api.Test;

class TaggerVersionTest {

  private static final List<byte[]> LEXICON =
      List.of("kind".getBytes(StandardCharsets.UTF_8), "rude".getBytes(StandardCharsets.UTF_8));

  @Test
  void namesTheModelFirst() {
    assertThat(Said.TAGGER.modelVersion())
        .startsWith(Model.shipped().version() + ".")
        .isEqualTo(TaggerVersion.of(Model.shipped()))
        .hasSizeLessThan(40);
  }

  @Test
  void changesWithEveryByteOfTheLexiconWithTheRulesAndWithTheModel() {
    String version = TaggerVersion.of("heard-1", 1, LEXICON);

    assertThat(TaggerVersion.of("heard-1", 1, List.copyOf(LEXICON))).isEqualTo(version);
    assertThat(TaggerVersion.of("heard-2", 1, LEXICON)).isNotEqualTo(version);
    assertThat(TaggerVersion.of("heard-1", 2, LEXICON)).isNotEqualTo(version);
    for (int file = 0; file < LEXICON.size(); file++) {
      for (int at = 0; at < LEXICON.get(file).length; at++) {
        assertThat(TaggerVersion.of("heard-1", 1, with(file, at))).isNotEqualTo(version);
      }
    }
  }

  @Test
  void aWordThatMovesToTheNextFileChangesIt() {
    List<byte[]> moved =
        List.of("kin".getBytes(StandardCharsets.UTF_8), "drude".getBytes(StandardCharsets.UTF_8));

    assertThat(TaggerVersion.of("heard-1", 1, moved))
        .isNotEqualTo(TaggerVersion.of("heard-1", 1, LEXICON));
  }

  @Test
  void coversEveryTextFileOfTheTagger() throws IOException {
    Path shipped = Path.of(URI.create(Model.class.getResource("/tagging/words.txt").toString()));
    try (Stream<Path> files = Files.list(shipped.getParent())) {
      assertThat(files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".txt")))
          .containsExactlyInAnyOrderElementsOf(TaggerVersion.FILES);
    }
  }

  /**
   * All that is said of the invented texts, beside the version that said it. Where this fails the
   * answers have changed: raise {@link TaggerVersion#RULES} if lexicon and model are the same, and
   * put the new pair into {@code answers.txt}.
   */
  @Test
  void otherAnswersHaveAnotherVersion() throws Exception {
    String[] known = Files.readString(path("answers.txt")).strip().split(" ", -1);
    String answers = answers();

    if (Said.TAGGER.modelVersion().equals(known[0])) {
      assertThat(answers).as("answers of the same version: raise RULES").isEqualTo(known[1]);
    } else {
      assertThat(Said.TAGGER.modelVersion() + " " + answers)
          .as("put this line into answers.txt")
          .isEqualTo(String.join(" ", known));
    }
  }

  private static byte[] changed(byte[] file, int at) {
    byte[] changed = file.clone();
    changed[at] ^= 1;
    return changed;
  }

  private static List<byte[]> with(int file, int at) {
    List<byte[]> lexicon = new ArrayList<>(LEXICON);
    lexicon.set(file, changed(lexicon.get(file), at));
    return lexicon;
  }

  private static String answers() throws Exception {
    MessageDigest digest = MessageDigest.getInstance("SHA-256");
    List<List<String>> tricky = InventedTexts.rows(path("tricky-more.csv"));
    for (List<String> row : tricky.subList(1, tricky.size())) {
      Integer rating = row.get(3).isBlank() ? null : Integer.valueOf(row.get(3).strip());
      add(Said.tagged(row.get(2), rating, row.get(1)), digest);
      // The same with a name in it: few of them have one.
      add(Said.tagged(row.get(2), rating, row.get(1) + ", thank you [STAFF-1]"), digest);
    }
    for (String file : List.of("alerts-later.csv", "near-misses-later.csv")) {
      for (InventedTexts.Invented invented : InventedTexts.read(path(file))) {
        add(Said.TAGGER.tag(invented.comment()), digest);
      }
    }
    return HexFormat.of().formatHex(digest.digest(), 0, 8);
  }

  /** Nothing that is said may be missing here: what is missing could change unseen. */
  private static void add(TaggedComment said, MessageDigest digest) {
    String all =
        said.tags().stream().map(TaggerVersionTest::line).toList()
            + said.language()
            + said.sentiment()
            + said.criticality()
            + said.severity()
            + said.qdc().stream().map(TaggerVersionTest::line).sorted().toList()
            + said.alerts().stream().map(TaggerVersionTest::line).toList()
            + new TreeSet<>(said.names().praised())
            + new TreeSet<>(said.names().doubtful());
    digest.update(all.getBytes(StandardCharsets.UTF_8));
  }

  private static String line(Tag tag) {
    return tag.layer()
        + tag.theme()
        + tag.polarity()
        + tag.specificity()
        + rounded(tag.confidence())
        + line(tag.evidence());
  }

  private static String line(QdcLabel label) {
    return label.label() + rounded(label.confidence());
  }

  private static String line(Alert alert) {
    return alert.category() + line(alert.evidence());
  }

  private static String line(Evidence evidence) {
    return " " + evidence.start() + "-" + evidence.end() + ";";
  }

  private static String rounded(double confidence) {
    return String.format(Locale.ROOT, "%.2f", confidence);
  }

  private static Path path(String file) {
    return Path.of(URI.create(TaggerVersionTest.class.getResource("/tagging/" + file).toString()));
  }
}
