package org.heard.feedback.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A trust's own words stand in place of ours, and what would tell patients too little does not. */
class NoticeFileTest {
  @TempDir Path folder;

  @Test
  void oursAreComplete() {
    assertThat(NoticeFolder.read(settings(null)))
        .containsOnlyKeys("cy", "en")
        .allSatisfy(
            (language, texts) ->
                assertThat(texts)
                    .hasSize(15)
                    .allSatisfy((key, text) -> assertThat(text).isNotBlank()));
  }

  @Test
  void aTrustsOwnStandInPlaceOfOursOrBesideThem() throws IOException {
    write("en.properties", ours().replace("How we use what you tell us", "Your words and us"));
    write("pl.properties", ours().replace("name = English", "name = polski — język"));
    Map<String, Map<String, String>> all = NoticeFolder.read(settings(folder));
    assertThat(all).containsOnlyKeys("cy", "en", "pl");
    assertThat(all.get("en")).containsEntry("title", "Your words and us");
    assertThat(all.get("pl")).containsEntry("name", "polski — język");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "urgent = .*| |lacks the text 'urgent'",
        "urgent = .*|urgent = |lacks the text 'urgent'",
        "controller = .*|controller = We are responsible.|'controller' without {organisation}",
        "staff = .*|staff = Tell them.|'staff' without {organisation}",
        "title = .*|title = Words of {name}|has {name} in 'title'",
        "title = .*|title = Words of {organisation|has {organisation in 'title'",
        "organisation = .*|organisation = {organisation}|has {organisation} in 'organisation'",
        "title = .*|titel = Words|has texts that nobody shows: [titel]",
        "title = .*|title = \\u00zz|is no properties file"
      })
  void whatIsIncompleteStopsTheStart(String line, String instead, String why) throws IOException {
    String replaced =
        ours()
            .replaceAll(
                "(?m)^" + line + "$",
                java.util.regex.Matcher.quoteReplacement(instead == null ? "" : instead));
    write("en.properties", replaced);
    assertRefused(why);
    assertRefused(folder.resolve("en.properties").toString());
  }

  @Test
  void aTextHasALength() throws IOException {
    String fits = "title = " + "é".repeat(1000);
    write("en.properties", ours().replaceAll("(?m)^title = .*$", fits));
    assertThat(NoticeFolder.read(settings(folder))).hasSize(2);
    write("en.properties", ours().replaceAll("(?m)^title = .*$", fits + "é"));
    assertRefused("'title' of more than 1000 (heard.notice.max-text)");
  }

  @Test
  void thereAreSoManyLanguages() throws IOException {
    for (String language : new String[] {"de", "fr"}) {
      write(language + ".properties", ours());
    }
    assertThat(NoticeFolder.read(settings(folder))).hasSize(4);
    write("pl.properties", ours());
    assertRefused("more languages than heard.notice.max-languages, 4");
  }

  @ParameterizedTest
  @ValueSource(strings = {"English.properties", "_.properties", "e.properties"})
  void aFileIsNamedAfterALanguage(String name) throws IOException {
    write(name, ours());
    assertRefused("is not named after a language");
  }

  @Test
  void aFolderThatIsNoneStopsTheStart() throws IOException {
    assertRefused("holds no file such as en.properties");
    Path missing = folder.resolve("missing");
    assertThatIllegalStateException()
        .isThrownBy(() -> NoticeFolder.read(settings(missing)))
        .withMessage("heard.notice.directory: " + missing + " is no folder that can be read");
    Files.write(folder.resolve("en.properties"), ours().getBytes(StandardCharsets.UTF_16));
    assertRefused("cannot be read as UTF-8");
    write("en.properties", "#".repeat(256 * 1024 + 1));
    assertRefused("is larger than 262144 bytes");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cy | | cy",
        "cy-GB | | cy",
        "CY | | cy",
        "fr | cy | cy",
        "fr | fr-FR, cy;q=0.8, en;q=0.5 | cy",
        " | en-GB, cy;q=0.8 | en",
        " | zh-hant | zh-Hant",
        "cy | en | cy",
        "en | cy | en",
        "*, ; | | en",
        "x;q=9 | | en",
        "- | cy | cy",
        "--, cy | | en",
        "cy, - | en | en",
        "-;q=1 | | en",
        "fr | | en",
        " | | en"
      })
  void theFirstWishThatCanBeMetIs(String lang, String accepted, String chosen) {
    assertThat(Notices.choose(java.util.List.of("cy", "en", "zh-Hant"), lang, accepted))
        .isEqualTo(chosen);
  }

  @Test
  void aWishOfAnyLengthIsTakenInItsStride() {
    assertThat(Notices.choose(java.util.List.of("cy", "en"), "cy,".repeat(5000))).isEqualTo("en");
  }

  private void assertRefused(String why) {
    assertThatIllegalStateException()
        .isThrownBy(() -> NoticeFolder.read(settings(folder)))
        .withMessageContaining("heard.notice")
        .withMessageContaining(why);
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(folder.resolve(name), content);
  }

  private static String ours() throws IOException {
    try (var in = NoticeFileTest.class.getResourceAsStream("/notice/en.properties")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static NoticeSettings settings(Path folder) {
    return new TestSettings(Optional.ofNullable(folder));
  }

  /** Named, as a class without a name may not implement what has constraints. */
  private record TestSettings(Optional<Path> directory) implements NoticeSettings {
    @Override
    public int maxText() {
      return 1000;
    }

    @Override
    public int maxLanguages() {
      return 4;
    }

    @Override
    public int perSecond() {
      return 50;
    }

    @Override
    public int burst() {
      return 200;
    }
  }
}
