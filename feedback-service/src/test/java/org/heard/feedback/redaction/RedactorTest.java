package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.heard.feedback.redaction.Redaction.Removed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private final Redactor redactor = new Redactor();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "my nhs number is 999 000 0018 thanks | my nhs number is [NHS-NUMBER] thanks",
        "NHS no 9990000018. | NHS no [NHS-NUMBER].",
        "999-000-0018 | [NHS-NUMBER]",
        "a slip: 999 000 0019 | a slip: [NHS-NUMBER]",
        "NHS 9990000019 | NHS [NHS-NUMBER]",
        "９９９ ０００ ００１８ | [NHS-NUMBER]",
        "ring 07700 900123 after six | ring [PHONE] after six",
        "ring (0191) 498 0123 | ring [PHONE]",
        "0207 946 0958 or 020 7946 0958 | [PHONE] or [PHONE]",
        "+44 7700 900 123 | [PHONE]",
        "+44 (0)20 7946 0958 | [PHONE]",
        "0044 7700-900-123 | [PHONE]",
        "07700.900.123 | [PHONE]",
        "write to jo.bloggs+ward@example.org please | write to [EMAIL] please",
        "jo at home: jo (at) example.org | jo at home: [EMAIL]",
        "JO (AT) EXAMPLE.ORG | [EMAIL]",
        "jo[At]example.org | [EMAIL]",
        "josé@example.org, zoë.š@exämple.org | [EMAIL], [EMAIL]",
        "I live at LS1 4AP near you | I live at [POSTCODE] near you",
        "sw1a1aa | [POSTCODE]",
        "M1 1AE, B33 8TH, CR2 6XH, DN55 1PT, W1A 0AX, EC1A 1BB | "
            + "[POSTCODE], [POSTCODE], [POSTCODE], [POSTCODE], [POSTCODE], [POSTCODE]",
        "GIR 0AA | [POSTCODE]",
        "born 03/04/1950 | born [DATE]",
        "dob 3.4.50 | dob [DATE]",
        "DOB: 030450 | DOB: [DATE]",
        "date of birth 1950-04-03 | date of birth [DATE]",
        "my birthday is 3rd of April | my birthday is [DATE]",
        "born on the 3rd of April 1950 | born on the [DATE]",
        "born in April 1950 | born in [DATE]",
        "I was born in 1950 | I was born in [DATE]",
        "seen on 3 April 2026 | seen on [DATE]",
        "April 3rd, 2026 | [DATE]",
        "seen 03-04-2026 | seen [DATE]",
      })
  void takesOut(String text, String expected) {
    assertThat(redactor.redact(text).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "999 000/0018 | [NHS-NUMBER]",
        "07700/900 123 | [PHONE]",
        "+44/7700 900123 | [PHONE]"
      })
  void takesOutWhatGoesOnInTheNextLine(String text, String expected) {
    assertThat(redactor.redact(text.replace("/", "\n")).text()).isEqualTo(expected);
    assertThat(redactor.redact(text.replace("/", "\r\n")).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bell at 07:30, nurse at 07:45.",
        "500mg twice a day, 10 ml at night",
        "coming here since 1998",
        "waited 2 to 3 hours on Ash ward, bed 12, bay 4",
        "I am 82 and a half",
        "scored 10/10, would come again 24/7",
        "may I say thank you",
        "A1 care from E to Z",
        "the 3 nurses on W01 were lovely",
      })
  void leavesWhatIdentifiesNobody(String text) {
    assertThat(redactor.redact(text).text()).isEqualTo(text);
  }

  @Test
  void saysWhatWasWhereInTheOriginal() {
    Redaction redaction = redactor.redact("💙 07700 900123 or a@example.org");
    assertThat(redaction.text()).isEqualTo("💙 [PHONE] or [EMAIL]");
    assertThat(redaction.removed())
        .containsExactly(
            new Removed(IdentifierKind.PHONE, 3, 15), new Removed(IdentifierKind.EMAIL, 19, 32));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "0", "a.", "a@", "44 ", "3 april ", "ls1 ", "+", "("})
  void takesHostileTextInItsStride(String part) {
    String hostile = part.repeat(4000 / part.length());
    assertThat(redactor.redact(hostile).text()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"n11aa ", "a@b.c,", "1/1/99 ", "4010232137 ", "dob 1950 "})
  void growsByNoMoreThanTheContractAllows(String shortIdentifier) {
    String longest = shortIdentifier.repeat(4000 / shortIdentifier.length());
    assertThat(redactor.redact(longest).text()).contains("[").hasSizeLessThanOrEqualTo(16_000);
  }
}
