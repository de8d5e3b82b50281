package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertReaderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          self-harm | I told them I wanted to end my life and was sent home
          self-harm | He had been self-harming on the ward and no one saw
          abuse-or-safety | A healthcare assistant slapped my hand away and hit me
          abuse-or-safety | I do not feel safe on this unit at night
          neglect | Left in a wet bed for hours
          neglect | Mum was not washed for three days
          fall-or-medication-error | Dad fell out of bed twice that week
          fall-or-medication-error | I was given the wrong tablets
          fall-or-medication-error | They gave her penicillin though she is allergic
          discrimination | The remarks about my skin were racist
          bereavement | Thank you for the care you gave my father before he passed away
          complaint-or-legal | I will be making a formal complaint
          complaint-or-legal | We are speaking to a solicitor
          staff-distress | The staff looked exhausted and one was in tears
          staff-threat | nurses were being sworn at and threatened by a visitor
          """)
  void raises(String category, String text) {
    assertThat(Said.words(Said.tagged("why", 4, text))).contains("alert:" + category);
  }

  /** A person in distress may press any button, or none, and write three words. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abuse-or-safety          | I was raped on the ward
          abuse-or-safety          | A nurse hit me
          abuse-or-safety          | The nurse hit my mum in the face
          abuse-or-safety          | Slapped by a carer
          abuse-or-safety          | I think they are poisoning my food
          abuse-or-safety          | He tuched my brests
          fall-or-medication-error | I was given the wrong tablets
          fall-or-medication-error | I was given someone else's medication
          self-harm                | i wanna die
          self-harm                | kms
          neglect                  | They starved my nan
          complaint-or-legal       | I will sue
          """)
  void raisesWhateverTheScore(String category, String text) {
    for (Integer rating : new Integer[] {null, 1, 3, 5}) {
      assertThat(Said.words(Said.tagged("why", rating, text)))
          .as("rated %s", rating)
          .contains("alert:" + category);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          No complaints
          I had no reason to complain about anything
          I fell at home and broke my hip, the ward could not have been kinder
          My neighbour fell off his horse and the ambulance came quickly
          They never made me feel unsafe
          I was dying for a cup of tea
          The phone died while I was on hold
          Nobody was hurt and the staff were calm
          I hit the jackpot with this ward
          The cleaning staff work so hard
          Not a single medication was late
          I have never felt so safe
          Never been so safe in my life
          I had not felt this safe in years
          Not once did I feel unsafe
          Called me by my first name as I asked
          They used my name and asked about my family
          Nobody ever touched me without asking
          No one was left in a wet bed
          Nobody treated me differently because I am gay
          I was never left hungry and always had clean sheets
          We fed the ducks and her in the garden
          They didn't forget to bring my lunch
          The nurse fell about laughing at my jokes
          My brother took his own life in 1998 and your staff were wonderful to me
          I had food poisoning and they looked after me
          The doctor hit me with some good news
          I survived rape as a child and the clinic was so gentle
          I wanted to die laughing
          """)
  void keepsSilent(String text) {
    assertThat(Said.tagged("why", 1, text).alerts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          a denial that ends at a verb of noticing | true  | why     | 4 | Nobody noticed that he fell out of bed on the ward
          a denial                                 | false | why     | 1 | He never fell out of bed on the ward
          an order                                 | true  | improve | 4 | Do not shout at the patients
          a denial under the same question         | false | improve | 1 | Nobody shouted at the patients
          a supposition                            | false | improve | 2 | A rail in case somebody falls out of bed
          a figure of speech                       | false | why     | 1 | I was dying for a cup of tea and nearly died laughing
          somewhere else                           | false | why     | 1 | I tripped on the kerb at the supermarket and broke my wrist
          a loose line in a content comment        | false | good    | 1 | Wonderful staff, one of them threw a blanket across me when I was cold
          a loose line in another                  | true  | why     | 5 | The carer threw a blanket across me and would not look at me
          an event in a content comment            | false | good    | 2 | They let my dog visit, he is a rescue who was beaten once
          the same with a poor score               | true  | good    | 5 | They let my dog visit, he is a rescue who was beaten once
          a known flaw: an event by a grave word   | true  | good    | 2 | They let my dog visit, he is a rescue who was abused once
          a word that begins a figure of speech    | false | why     | 2 | The curtains keep falling off the rail by my bed
          help denied, not the need of it          | true  | why     | 5 | There was no support for my suicidal son
          the same                                 | true  | improve | 4 | They did not take my suicidal thoughts seriously
          the same                                 | true  | why     | 4 | Nobody dealt with my thoughts of suicide
          asked in earnest, and no call back       | true  | why     | 5 | I asked about my suicidal thoughts and they never rang back
          a denial of it                           | false | why     | 2 | I did not have any suicidal thoughts this time
          the same                                 | false | why     | 2 | I am not at all suicidal and never took an overdose
          asked as a matter of routine             | false | why     | 2 | They asked me if I had thoughts of suicide as part of the standard form
          a misspelling                            | true  | why     | 5 | I feel sucidal every night
          a question that ends before the event    | true  | why     | 3 | I asked if I could have a drink and the nurse slapped me
          the same                                 | true  | improve | 5 | I asked if I could go to the toilet and the carer hit me
          the same, of the same subject            | true  | why     |   | I asked whether I could have a drink and got slapped by a carer
          a hope that ends before the event        | true  | why     | 5 | I thought I would be safe here and then a patient raped me
          a wish that ends at a time               | true  |         |   | It would have been nice if someone had come when the man on the ward groped me
          a question that ends at a reason         | true  | why     | 5 | I want to know if there is an investigation as my mum was raped on your ward
          praise by what could not have been       | true  | good    |   | The staff could not have been kinder after I was sexually assaulted on the ward by another patient
          praise by what could not be              | true  | why     |   | They could not have been kinder to mum with her arm broken by a carer who hit her
          two things supposed                      | false | why     | 2 | I would have understood if they had hit me and kicked me
          one thing supposed and one that was not  | false | why     | 2 | I would have screamed if he had hit me and kicked me
          a fall that is feared                    | false | why     | 2 | I was afraid he might fall when I left
          a denial that ends at a time             | true  | why     | 5 | Nothing was done after the nurse hit me
          the same                                 | true  | why     |   | My mother never recovered after they gave her the wrong tablets
          nothing to deserve it                    | true  | why     | 5 | I did nothing to deserve the nurse slapping me
          no excuse for it                         | true  |         |   | No excuse for a nurse slapping an old lady
          no right to do it                        | true  | why     | 5 | They had no right to hit me
          a denial before a time                   | false | why     | 2 | I never fell after they gave me the frame
          no reason for something else             | false | why     | 2 | I had no reason to complain at all
          what was not needed                      | false | why     | 2 | He did not need to be held down
          what nobody deserves                     | true  | why     | 5 | Nobody deserves to be groped by a porter
          what should not have been                | true  | why     | 5 | She should never have been slapped by a nurse
          what was not expected                    | true  | why     | 5 | I did not expect to be slapped by a nurse
          the time that is not forgotten           | true  | why     | 2 | I will never forget the time when the nurse slapped me
          not for the first time                   | true  | why     | 5 | This is not the first time that a nurse has slapped him
          nobody there when it happened            | true  | why     | 2 | There was no nurse on the ward when he fell out of bed
          the same of staff                        | true  | why     | 2 | There were no staff on the ward when she fell out of bed
          not looked after when it happened        | true  | why     | 2 | She was not checked on the night that she fell out of bed
          unwell when it happened                  | true  | why     | 2 | I was not well that night when the nurse slapped me
          no bell where it happened                | true  | why     | 5 | No bell in the place where I was left to lie in urine
          no safe place                            | true  | why     | 5 | It was never a safe ward where he was hit by another patient
          a known flaw: no day without             | false | why     | 2 | There was not a day when I was not hit
          a habit of the ward                      | true  | why     | 2 | I used to get slapped by the night nurse
          the same                                 | true  | why     |   | I used to get shouted at by the night staff
          the same                                 | true  | why     | 3 | She used to be hit by the other patients on the ward
          the same, of tablets                     | true  | why     | 2 | We used to get given the wrong tablets on that ward
          the same, with a blow behind it          | true  | why     | 2 | The carers used to be rough and grabbed my arm
          what was elsewhere                       | false | why     | 2 | I used to be shouted at by our old GP
          not once, and then a blow                | true  | why     | 5 | The nurse never once came when she slapped me
          not once, and then neglect               | true  | why     | 5 | Mum was not once cleaned and left wet all night
          the same                                 | true  | why     | 5 | Never once came when she slapped me
          the same of neglect                      | true  | why     | 5 | Not once cleaned and left wet all night
          a habit elsewhere                        | false | why     | 2 | I used to be left for hours on a trolley at the other hospital
          a habit of one's own                     | false | why     | 2 | I used to get my tablets mixed up
          not once hit                             | false | why     | 1 | Not once did anyone hit me
          a time that never was                    | false | why     | 1 | There was not a time when I was left in wet sheets
          the same                                 | false | why     | 1 | There was not a single day when I was left hungry
          the same                                 | false | why     | 1 | There has not been a day when she was left soiled
          not the first                            | true  | why     | 5 | This is not the first occasion where I was left in a wet bed
          whenever, at length                      | true  | why     | 5 | If they were in a bad mood they hit us
          the same of one                          | true  | why     |   | If he wet the bed the carer slapped him
          never expected of tablets                | true  | why     | 5 | I never thought I would be given someone else's medication
          never expected, and it happened          | true  | why     | 5 | I never thought I would be slapped by a nurse
          the same                                 | true  | why     | 5 | I never imagined a nurse would hit me
          the same                                 | true  | why     | 5 | I never expected that a carer would grab me by the neck
          the same of neglect                      | true  | why     | 5 | I never thought I would be left in urine but I was
          the same, told of another                | true  | why     | 5 | I never thought I'd see my dad left in his own urine
          never expected, and it did not           | false | why     | 2 | I did not think I would fall and I did not
          what would be done                       | false | why     | 1 | I knew that if I fell they would help me
          the same                                 | false | improve |   | If you get hit they should call security
          whenever                                 | true  | why     | 5 | If I rang the bell they hit me
          the same                                 | true  | why     | 5 | if I complained they shouted at me
          a habit                                  | true  | why     | 2 | The carer used to slap me when nobody was there
          the same                                 | true  | why     | 2 | Staff used to shout at my mum
          a habit of before                        | false | why     | 2 | I used to fall all the time at home
          not once                                 | false | why     | 1 | Not once was I left in a wet bed
          never once                               | false | why     | 1 | I was never once left in a wet bed
          what was not agreed to                   | true  | why     | 5 | I did not consent to being held down
          what is not forgotten                    | true  | why     | 5 | I never got over being raped on your ward
          what has not been                        | false | why     | 2 | I have never been hit by anybody here
          a question, and then suddenly            | true  | why     | 3 | I asked if I could go home and immediately the carer slapped me
          the same, and all of them                | true  | why     | 3 | I asked if I could go home and both carers hit me
          a worry that came true                   | true  | why     | 3 | He was worried he would fall and did fall and broke his hip
          if that means whenever                   | true  | why     | 5 | if I cried they slapped me
          if that does not                         | false | why     | 2 | I would have understood if they hit me
          another complaint than the denied one    | false | why     | 2 | I don't want an apology or compensation
          the same                                 | false | why     | 2 | I'm not after compensation
          a time that never was                    | false | why     | 1 | There was no occasion where I was left in my own mess
          the same, of a sure line                 | false | why     | 1 | There has never been a time when I was given the wrong tablets
          a place that this is not                 | false | why     | 2 | This is not a place where patients get hit
          no cause for fear                        | false | why     | 1 | I had no cause to be afraid of staff
          no reason for a blow                     | true  | why     | 5 | She had no reason to slap him
          """)
  void guards(String about, boolean alerts, String question, Integer rating, String text) {
    assertThat(Said.tagged(question, rating, text).alerts().isEmpty())
        .as(about)
        .isNotEqualTo(alerts);
  }

  /** Single words say what happened only where words are meant as they stand. */
  @Test
  void sarcasmIsNoEvent() {
    assertThat(Said.tagged("why", 5, "Oh brilliant, another two hours ringing the bell").alerts())
        .isEmpty();
  }

  /** Somebody may write in another language and say the worst in English. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          abuse-or-safety | 5 | Pielęgniarka bardzo nie miła. Nurse slapped me
          abuse-or-safety |   | Pielęgniarka bardzo nie miła. Nurse slapped me
          abuse-or-safety | 5 | Muchas gracias pero nurse hit mum, muy mal
          """)
  void readsTheEnglishOfAnotherLanguage(String category, Integer rating, String text) {
    TaggedComment comment = Said.tagged("why", rating, text);

    assertThat(Said.words(comment))
        .containsExactlyInAnyOrder("unsupported-language", "alert:" + category);
    assertThat(Said.TAGGER.tagUnread(new CommentText(Question.WHY, rating, text)).alerts())
        .isEqualTo(comment.alerts());
  }

  /** "Die" and "war" are harmless, and the points of single words are of English comments. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Die Schwester war sehr nett und die Pflege war auch gut
          Die Schwester hat mich nicht verstanden und die Toilette war schmutzig
          Pielęgniarki bardzo miłe, ale nikt nie wytłumaczył leków
          Las enfermeras son muy amables, gracias por todo
          """)
  void otherLanguagesAreNoAlert(String text) {
    assertThat(Said.words(Said.tagged("why", 5, text))).containsExactly("unsupported-language");
  }

  @Test
  void aGraveAlertWithAPoorScoreIsSerious() {
    assertThat(Said.tagged("why", 5, "They tied his hands to the bed rail").severity())
        .isEqualTo(Severity.SERIOUS);
  }

  @Test
  void theFirstOfTheClosedListLeads() {
    TaggedComment comment =
        Said.tagged(
            "why", 5, "I am making a formal complaint, I was left soiled for hours before he died");

    assertThat(comment.alerts())
        .extracting(Alert::category)
        .startsWith(AlertCategory.NEGLECT)
        .isSorted();
    assertThat(comment.alert()).contains(AlertCategory.NEGLECT);
  }
}
