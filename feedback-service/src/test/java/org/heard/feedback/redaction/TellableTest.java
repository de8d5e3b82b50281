package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.heard.feedback.redaction.NameExamples.Example;
import org.heard.feedback.redaction.Redaction.Removed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Only names that surely are those of staff are sealed, and can be told to who leads the ward. */
class TellableTest {
  private final Redactor redactor = new Redactor(List.of());

  private List<String> told(String... texts) {
    NameTokens tokens = new NameTokens();
    List<Redactor.Text> answers = new ArrayList<>();
    for (String text : texts) {
      answers.add(new Redactor.Text(text, true));
    }
    redactor.redact(answers, PlaceNames.NONE, tokens);
    return List.copyOf(tokens.staffNames().values());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Mr Smith in bed 4 was so kind to me.",
        "Mr Evans in bay 2 was lovely.",
        "Sheila in bed 3 was so kind to me.",
        "Sheila and Maureen in beds 3 and 4 were so kind to me.",
        "Sheila opposite was so kind.",
        "Sheila in the bed by the window was lovely.",
        "Mrs Evans was wonderful company, a fellow patient.",
        "Mrs Evans was the other patient and she was lovely.",
        "Mr Evans was so kind. He was in bed 4.",
        "Mr Evans was so kind and I was in bed 4 next to him.",
        "Mr Evans next to me was lovely.",
        "Mr Evans in the next bed was lovely.",
        "Mr Evans was lovely, he died on Tuesday.",
        "Mr Evans passed away and was always kind to us.",
        "Mr Evans was so kind when he came in as a visitor.",
        "Tom, my husband, was brilliant.",
        "Mr Evans is my neighbour and was kind.",
        "The patient Mr Evans was kind to me.",
        "Patient Mrs Evans was lovely.",
        "The nurses were so kind to Sheila.",
        "Staff were wonderful with Mr Evans.",
        "Thank you for caring for Tom.",
        "You took great care of Sheila.",
        "Mrs Evans received excellent care.",
        "Mr Evans has received wonderful care.",
        "Mrs Evans has dementia and was lovely.",
        "Mr Evans needed help and was lovely.",
        "Mr Evans suffered and was lovely.",
        "Mr Evans passed on, he was lovely.",
        "Mr Evans aged ninety was lovely.",
        "The late Mr Evans was lovely.",
        "The frail gentleman Mr Evans was lovely.",
        "The nurses helped Tom, they were lovely.",
        "Staff got Mr Evans a drink and were lovely.",
        "On behalf of Mr Evans thank you all.",
        "I told the nurse Maureen was in pain and she was brilliant.",
        "I told the nurse Maureen is in pain.",
        "The nurse Sheila had was lovely.",
        "The doctor Tom saw was lovely.",
        "Dr Khan, a patient here, was lovely.",
        "Mr Evans beside me was lovely.",
        "Sheila across from me was lovely.",
        "Sheila by the window was lovely.",
        "Peter on my left was lovely.",
        "Sheila from my bay was lovely.",
        "The ladies on my bay, Sheila and Maureen, were lovely.",
        "Mr Evans sadly passed, he was lovely.",
        "The old lady Sheila was lovely.",
        "Doreen Evans here, the care was excellent.",
        "Mrs Evans had excellent care.",
        "Mr Evans got wonderful care from everyone.",
        "Mr Evans has had excellent care.",
        "Tom was given excellent care.",
        "Mr Evans was well cared for.",
        "Tom was really well cared for.",
        "Mr Evans was really well looked after.",
        "Mr Evans was admitted on Monday and treated wonderfully.",
        "Arthur felt safe and well cared for.",
        "Doreen had a lovely stay.",
        "Tom is really happy with the care.",
        "Mrs Evans wants to say thank you to all the staff.",
        "Mr Evans's care was excellent.",
        "Arthur's operation went well, wonderful staff.",
        "Doreen's last days were made special by wonderful nurses.",
        "Tom's family were lovely.",
        "The nurse Maureen liked best was lovely.",
        "The nurse Doreen preferred was lovely.",
        "The consultant Arthur sees is brilliant.",
        "The nurse Arthur loves is brilliant.",
        "The doctor Arthur was under was brilliant.",
        "The surgeon Arthur was referred to was brilliant.",
        "The midwife Priya was given was brilliant.",
        "I told the doctor Sheila felt sick and she was lovely.",
        "The porter Sheila liked best was lovely.",
        "Sheila in the corner was lovely.",
        "Sheila over the way was lovely.",
        "Sheila down the bay was lovely.",
        "Sheila on the other side was lovely.",
        "Sheila by me was lovely.",
        "Sheila shared my bay and was lovely.",
        "Sheila with dementia was lovely.",
        "Sheila who had a stroke was lovely.",
        "Sheila was great company.",
        "Maureen visited me every day and she was wonderful.",
        "Mrs Evans was visiting and was lovely.",
        "Sheila came to visit and was so kind.",
        "Sheila brought me grapes and was so kind.",
        "Poor Sheila was so kind.",
        "Sheila was a lovely lady.",
        "Many thanks Tom",
        "Thank you to all the staff, Sheila",
        "They were kind to us all, especially Tom.",
        "Staff said Tom was brilliant.",
        "The staff said Sheila was brilliant.",
        "They told me Mr Evans was brilliant.",
        "The kindness shown to Mr Evans was wonderful.",
        "Sheila was great friends with me.",
        "The nurse Arthur calls his angel was brilliant.",
        "The nurse called Sheila over and was lovely.",
        "Sheila, the nurses were lovely.",
        "Tom, who the nurses helped, is home.",
        "I told Sheila the nurse was coming.",
        "Thanks to my surgeon, Tom Evans.",
        "They looked out for Tom.",
        "Thank you Tom is home and well.",
        "Tom came back from theatre and the nurses were kind.",
        "Tom deserves better.",
        "Tom is a retired nurse.",
        "Tom is a chef and the food was lovely.",
        "Tom washed his hands and the ward was clean.",
        "My sister Ruth is a nurse elsewhere.",
        "Edna could not have had better care.",
        "The care assistant Edna liked was on holiday.",
        "The student nurse Edna liked best was lovely.",
        "Enid kept us all laughing, God rest her soul.",
        "Thanks from Mr Evans, you were all great.",
        "The care given to Mr Evans was excellent.",
        "Maureen came to see me every day and she was wonderful.",
        "Mark told me about a fall and was lovely.",
      })
  void noneThatMayBeAPatientsOrAVisitors(String text) {
    assertThat(told(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Jo was lovely and Mr Evans in bed 5 was so kind to me. | Jo",
        "Mr Evans in bed 5 was so kind and Jo was lovely. | Jo",
        "Jo was lovely when I was in bed 6. | Jo",
        "Nurse Jo was so patient with me. | Jo",
        "Nurse Jo is a patient and kind person. | Jo",
        "Nurse Jo made my bed and was so kind. | Jo",
        "Jo sat next to me and held my hand. | Jo",
        "Nurse Jo was lovely to the man in bed 4. | Jo",
        "Nurse Jo was kind, my wife Doreen says so too. Thank you Jo! | Jo",
        "Dr Khan was with us when dad died. | Khan",
        "Nurse Jo was kind. The patient Mr Evans was kind as well. | Jo",
        "Thank you to Jo who was so kind. | Jo",
        "The nurse Jo was lovely. | Jo",
        "The nurse Jo was so patient. | Jo",
        "I told nurse Jo I was in pain and she was lovely. | Jo",
        "Jo passed me the phone and was so kind. | Jo",
        "Jo on reception was lovely. | Jo",
        "Jo had time for me and was so kind. | Jo",
        "Jo was lovely but Smith was vile. | Jo",
        "Thank you to Jo, Sam and Priya. | Jo, Sam, Priya",
        "Jo, Sam and the rest of the team: thank you. | Jo, Sam",
        "Jo the HCA came at once. | Jo",
        "Jo, my lovely nurse, came at once. | Jo",
        "Jo (midwife) came at once. | Jo",
        "The porter, Jo, came at once. | Jo",
        "The ward sister, Jo, came at once. | Jo",
        "I was so well looked after by Jo. | Jo",
        "Lovely staff, especially Jo and Sam. | Jo, Sam",
        "Jo and Sam were both really funny and looked after me. | Jo, Sam",
        "Jo in the eye clinic was lovely. | Jo",
        "Jo held my hand. | Jo",
        "Jo couldn't have been kinder. | Jo",
        "Jo is an absolute star. | Jo",
        "Jo's kindness helped. | Jo",
        "Jo's care of me was wonderful. | Jo",
        "The nurse Jo couldn't have been kinder. | Jo",
        "The nurse Jo was lovely and made me laugh. | Jo",
        "The nurse Jo was lovely when mum was ill. | Jo",
        "The physio Jo got me walking. | Jo",
      })
  void thoseOfStaff(String text, String expected) {
    assertThat(String.join(", ", told(text))).isEqualTo(expected);
  }

  /** One doubt anywhere is enough, and goes for every name that shares a word with the doubted. */
  @Test
  void noneThatIsDoubtedInAnotherAnswer() {
    assertThat(told("Sheila was so kind.", "It was Sheila in bed 4.")).isEmpty();
    assertThat(told("Sheila Evans was so kind.", "Mrs Evans in bed 4 shouted.")).isEmpty();
  }

  /** What shows whose name it is does so in any answer; what only may be praise tells nothing. */
  @Test
  void thoseThatAreShownInAnotherAnswer() {
    assertThat(told("Jo again.", "Jo, my nurse, came at once.")).containsExactly("Jo");
    assertThat(told("Jo again.", "The wait was long, Jo.")).isEmpty();
  }

  /** Sentences in ordinary styles; the last column says what comes of them where they fail. */
  @ParameterizedTest
  @CsvFileSource(resources = "/redaction/told.csv", numLinesToSkip = 1)
  void asSentencesInOrdinaryStyles(String text, String meant, String instead) {
    String expected = instead == null ? meant : instead.replace("nobody", "");
    assertThat(String.join(",", told(text))).isEqualTo(expected == null ? "" : expected);
  }

  /** A name farther from what shows it than a list may be long is told to nobody. */
  @Test
  void inNoListWithoutAnEnd() {
    String[] names = {"Kelly", "Dave", "Priya", "Agnes", "Marcus", "Femi"};
    StringBuilder list = new StringBuilder("Colette");
    for (int i = 0; i < 120; i++) {
      list.append(", ").append(names[i % names.length]);
    }
    assertThat(told(list + " and Samira were lovely."))
        .contains("Samira")
        .doesNotContain("Colette");
  }

  /** How many of the names of staff are left to tell, and how many of others are told. */
  @Test
  void mostOfThoseThatWereFound() {
    int staff = 0;
    int told = 0;
    List<String> wrong = new ArrayList<>();
    List<Example> examples = new ArrayList<>(NameExamples.forMeasuring());
    for (Example example : examples) {
      NameTokens tokens = new NameTokens();
      Redaction redaction = redactor.redact(example.text(), PlaceNames.NONE, tokens, true);
      for (Removed removed : redaction.removed()) {
        NameFinder.Name meant = example.at(removed.start(), removed.end());
        if (removed.kind() == IdentifierKind.STAFF && meant != null) {
          boolean sealed = tokens.staffNames().containsKey(removed.token());
          staff += meant.staff() ? 1 : 0;
          told += meant.staff() && sealed ? 1 : 0;
          if (!meant.staff() && sealed) {
            wrong.add(example.text());
          }
        }
      }
    }
    System.out.printf(
        "Names told: of those of staff %s, of others %d%n", new Wilson(told, staff), wrong.size());
    assertThat((double) told / staff).isGreaterThan(0.49);
    assertThat(wrong).hasSizeLessThan(2);
  }
}
