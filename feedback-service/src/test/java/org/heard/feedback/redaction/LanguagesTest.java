package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguagesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "recieved wonderfull carring staff, definatly come back",
        "nurses where freindly n helpfull",
        "thankyou",
        "Exellent",
        "Dr Szymanska, Agnieszka, Wojtek",
        "fab",
        "ok",
        "Physio Zsofia explaned my excercises brilliantley",
        "luv u all xx",
        "MRI CT ECG all done",
        "Paracetamol and Ramipril",
        "Toast",
        "muy bien said the Spanish nurse and we all laughed",
        "wating times apointments canceled twise",
        "crème brûlée and pâté, the café was lovely",
        "Nurse José was lovely, and so were Zoë and Dr Müller",
        "Muchas gracias. Staff were great",
        "the dokter was nise",
        "doctr and nuse wer realy freindly. wating times to long tho",
      })
  void readsEnglishWhateverItsSpelling(String text) {
    assertThat(Languages.of(text, null)).isEqualTo("en");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Pielęgniarki bardzo miłe, ale nikt nie wytłumaczył leków | pl",
        "Staff caredig iawn, diolch | cy",
        "bohat achi nurse thi | ur",
        "Personalul foarte amabil, mulțumesc pentru tot | ro",
        "Las enfermeras muy amables, todo excelente | es",
        "As enfermeiras foram muito simpáticas, obrigada | pt",
        "Les infirmières étaient très gentilles | fr",
        "Sehr freundlich, alles gut, danke | de",
        "Infermiere molto gentili, grazie | it",
        "Hemşireler çok iyi, teşekkürler | tr",
        "Медсестры были очень добрыми | und",
        "护士很好 | zh",
        "الممرضات لطيفات جدا | ar",
        "ਨਰਸਾਂ ਬਹੁਤ ਚੰਗੀਆਂ ਸਨ | pa",
        "নার্সরা খুব ভালো ছিল | bn",
        "நன்றி | ta",
        "Aad ayaad u mahadsan tihiin kalkaaliyeyaal | und",
        "Inaqabza qwertz blorft snabbel | und",
      })
  void tellsOtherLanguages(String text, String language) {
    assertThat(Languages.of(text, null)).isEqualTo(language);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Schwester Müller unfreundlich | de",
        "enfermera lópez grosera | es",
        "pielęgniarka kowalska krzyczała | pl",
        "siostra ania wspaniała | pl",
        "infirmier dubois impoli | fr",
        "infermiera rossi scortese | it",
        "hemşire ayşe kaba | tr",
        "asistenta popescu nepoliticoasă | ro",
        "enfermeira sousa antipática | pt",
        "verpleegster jansen onaardig | nl",
        "nyrs siân yn wych | cy",
        "slaugytoja petraitienė pikta | lt",
        "Staff nice. La enfermera lópez me gritó toda la noche y el doctor pérez | es",
        "Good food. der pfleger müller war böse | de",
        "The ward was fine. Pielęgniarka kowalska krzyczała na mnie. Food ok. | pl",
        "Lovely tea. ápolónő kovács kiabált | hu",
        "My wife liked it. Asystent wójcik był świetny | und",
        "Clean ward. bác sĩ nguyễn quát tôi | und",
        "Kind people. Aad ayaad u mahadsan tihiin kalkaaliyeyaal | und",
      })
  void hearsANameThatItCannotFindInAFewWordsOrOneSentence(String text, String language) {
    assertThat(Languages.of(text, null)).isEqualTo(language);
  }

  /** A role that English has too would hold back what is English. */
  @Test
  void knowsNoForeignRoleThatIsAnEnglishWord() {
    NameLexicon.lines(
        "foreign-roles.txt",
        (language, line) -> {
          for (String word : line.split(" ", -1)) {
            assertThat(NameLexicon.isKnown(word) || NameLexicon.context(word) != null)
                .as(word)
                .isFalse();
            assertThat(NameLexicon.isFirstName(word)).as(word).isFalse();
          }
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"Ačiū slaugytojoms", "Labai"})
  void believesWhatWasSaidWhereEnglishSaysNothing(String text) {
    assertThat(Languages.of(text, "lt")).isEqualTo("lt");
  }

  @ParameterizedTest
  @CsvSource({"the nurses were kind, pl", "Thank you, ro"})
  void doesNotBelieveItOfEnglish(String text, String said) {
    assertThat(Languages.of(text, said)).isEqualTo("en");
  }

  @ParameterizedTest
  @ValueSource(strings = {"...", "10/10", "👍👍", "123"})
  void saysNothingOfATextWithoutWords(String text) {
    assertThat(Languages.of(text, "pl")).isNull();
  }
}
