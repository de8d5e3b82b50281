package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whoever changes what comes out has to change the version that is stored with it. */
class RedactorVersionTest {
  private static final PlaceNames PLACES =
      new PlaceNames(List.of("Rowan", "Fraser Ward", "Larch Hall", "The Hargreaves Unit"));

  /** What no sentence that names are measured with has: places, and identifiers with a form. */
  private static final List<String> SENTENCES =
      List.of(
          "Rowan was calm, and they moved me to Rowan Suite, Fraser Clinic and Larch Hall.",
          "Nurse Rowan Hall, Anne Rowan and Rowan Smith were kind on Rowan Ward.",
          "Sister Hargreaves of the Hargreaves Unit helped. Fraser explained it.",
          "My NHS number is 999 000 0018, born 03/04/1950, at LS1 4AP or LE3.",
          "Ring 07700 900123 or 020 7946 0958, or write to jo.bloggs@example.org.",
          "See www.example.org/me, @jo_99, bed 6 in bay 4 on the 3rd of March.",
          "Dr Singh was rude, and singh laughed. Hope was kind, I hope she rests. Hope it helps.",
          "Ring 0\uFE0F\u20E37\uFE0F\u20E3700\u2028900\u000B123, born 03\u008504\u20291950.",
          "Hospital number K123456, NI number AB 12 34 56 C, MRN: 00451234.",
          "Flat 3, 27 Mill Lane or 14 acacia avenue; NHS no 999 OOO 0018, dob 3rd of the fifth 1950.",
          "Doctor bell was rude, nurse bell was never answered. I have MS. Miss Young came.",
          "I TOLD MS YOUNG THAT I WAS ILL",
          "I live at 7 st. mary's road, 8 MT. PLEASANT ROAD or 12 Gt. Northern Road.",
          "5 Excellent\n\nPlace was spotless. 4 Fantastic Service   Close to home.",
          "Bell at 07:30, 500mg twice, 10/10 care since 1998, on the 14th floor.");

  @Test
  void changesWithWhatComesOut() throws Exception {
    Redactor redactor = new Redactor(List.of());
    String out =
        Stream.concat(
                SENTENCES.stream(), NameExamples.forMeasuring().stream().map(each -> each.text()))
            .map(text -> redactor.redact(text, PLACES, new NameTokens(), true).text())
            .collect(Collectors.joining("\n"));
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(out.getBytes(StandardCharsets.UTF_8));
    assertThat(Redactor.VERSION + ' ' + HexFormat.of().formatHex(hash, 0, 8))
        .as("its version, and the hash of what comes out")
        .isEqualTo("names-8 6ef15ab7e54a4d62");
  }
}
