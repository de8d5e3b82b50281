package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which names of staff a ward's leader may be told; all texts are invented. */
class StaffNamesTest {

  /** {@code S1} stands for {@code [STAFF-1]}; the last column lists those that are praised. */
  @ParameterizedTest(name = "{2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      nullValues = "-",
      textBlock =
          """
          # praise
          why     | 1 | S1 was lovely but S2 was vile | S1
          why     | 5 | S1 was lovely but S2 was vile | S1
          good    | 1 | S1 was lovely | S1
          good    | - | Nurse S1 was so kind and caring | S1
          why     | 1 | S1 and S2 were wonderful. | S1 S2
          why     | 1 | S1, S2 and S3 were very kind to my mum. | S1 S2 S3
          why     | 1 | Thank you to S1, S2 and nurse S3, all brilliant | S1 S2 S3
          why     | 1 | Thank you so much S1 for being so kind | S1
          good    | 1 | S1 listened to me and explained everything clearly | S1
          good    | 1 | Dr S1 explained everything clearly and took the time to answer my questions | S1
          good    | 1 | A special thank you to S1 who was amazing | S1
          why     | 1 | S1 couldn't have been kinder | S1
          why     | 1 | Nothing was too much trouble for S1, such a caring nurse | S1
          why     | 2 | S1 was lovely but the food was cold | S1
          why     | 2 | S1 was very kind. The food was cold. | S1
          why     | 1 | Nurse S1 was very kind. S1 is a credit to the ward. | S1
          improve | 1 | Nothing, S1 was wonderful | S1
          why     | 1 | The nurses were excellent, especially S1 who was so caring | S1
          why     | 1 | S1 held my hand and stayed with me, so kind | S1
          good    | 1 | Excellent care from S1 | S1
          good    | 1 | S1's kindness was outstanding | S1
          good    | 1 | Sister S1 treated me with dignity and respect | S1
          why     | 4 | The day nurse S1 was very kind but the night nurse S2 was impatient with me | S1
          why     | 1 | S1 is a lovely nurse who went above and beyond | S1
          why     | 1 | Would like to thank S1 for all her help, she was fantastic | S1
          why     | 1 | Big thanks to S1 | S1
          why     | 1 | S1 made me laugh and kept my spirits up, brilliant nurse |
          why     | 1 | My nurse S1 was patient and reassuring when I was scared |
          why     | 3 | S1 was great with the man next to me. I got nothing. | S1
          why     | 2 | S1 was lovely but S2 was vile. He threw my food on the table. | S1
          why     | 2 | S2 was vile but S1 was lovely | S1
          why     | 2 | S2 was vile. S1 was lovely. | S1
          why     | 1 | S1 was lovely; S2 needs training | S1
          why     | 2 | A little kindness from S1 goes a long way |
          why     | 1 | S1 brilliant, S2 brilliant, S3 brilliant | S1 S2 S3
          why     | 1 | S1 is a very caring HCA. | S1
          why     | 1 | S1 was so friendly and helpful, nothing was too much trouble | S1
          why     | 1 | Cannot fault S1 | S1
          why     | 1 | Dr S1 and his team were fantastic | S1
          why     | 1 | All the staff on Ash ward, S1, S2 and S3 in particular, were caring and kind |
          why     | 1 | I felt safe with S1 | S1
          why     | 1 | S1 was very professional and put me at ease | S1
          why     | 1 | S1 is the best nurse I have ever had | S1
          why     | 1 | Nurse S1 went out of her way to help me, so caring | S1
          why     | 1 | Special mention to S1 for being so kind | S1
          why     | 1 | S1 was very kind, nothing to complain about | S1
          why     | 2 | S1 was friendly. Food was cold. | S1
          why     | 2 | S1 was friendly. The nurse then dropped me. | S1
          why     | 3 | S1 was very caring with the good looking patients | S1
          why     | 3 | S1 is friendly with the doctors | S1
          why     | 3 | S1 was kind. My wife disagrees. | S1
          # criticism
          why     | 5 | S1 was rude | -
          why     | 5 | S1 ignored my buzzer all night | -
          why     | 1 | S1 was not unkind | -
          why     | 3 | S1 was not very kind | -
          why     | 1 | S1 was lovely and S2 was vile | -
          why     | 1 | S1 was lovely, S2 was horrible | -
          why     | 3 | S1 was lovely but always late | -
          why     | 3 | S1 was lovely. But she never came back. | -
          why     | 3 | S1 was lovely. Then she shouted at my mum. | -
          why     | 3 | S1 was lovely at first | -
          why     | 3 | S1 was lovely until my daughter left | -
          why     | 3 | S1 was lovely, when she could be bothered | -
          why     | 3 | S1 was kind. S1 forgot my tablets. | -
          why     | 2 | S1 was kind. S1 brought the tablets. | -
          # compared
          why     | 1 | S1 was lovely, unlike the others | -
          why     | 3 | S1 was less lovely than S2 | -
          why     | 3 | S1 was kinder than S2 | -
          why     | 3 | The only kind one was S1 | -
          why     | 3 | Everyone was lovely except S1 | -
          why     | 3 | Everyone was lovely apart from S1 | -
          why     | 3 | All the staff were lovely but not S1 | -
          # mocked, asked, wished, doubted
          why     | 5 | Oh brilliant, S1 strikes again | -
          why     | 5 | S1 was lovely, not | -
          why     | 5 | S1 was lovely. Yeah right. | -
          why     | 5 | S1 was lovely | -
          why     | 5 | S1 was 'lovely' | -
          why     | 5 | S1 was about as lovely as a brick | -
          why     | 1 | Thanks for nothing S1 | -
          why     | 3 | S1 was lovely 🙄 | -
          why     | - | Was S1 always that kind? | -
          why     | - | Wasn't S1 kind? | -
          why     | 3 | S1 should be kinder | -
          why     | 3 | S1 could have been kinder | -
          why     | 3 | S1 is supposed to be lovely | -
          why     | 3 | If S1 was kind I did not see it | -
          why     | 3 | I was told S1 is lovely | -
          why     | 3 | S1 was quite nice | -
          why     | 3 | S1 was ok | -
          why     | 3 | S1 seemed nice | -
          improve | 1 | More nurses like S1 who was lovely | -
          improve | 2 | S1 was kind to me | -
          improve | 2 | S1 could be kinder | -
          # neither
          why     | 1 | S1 admitted me | -
          why     | 1 | S1 was the nurse on shift. The nurses were lovely. | -
          why     | 1 | S1 told me that the food was lovely | -
          # hinted, mocked, of somebody else
          why     | 1 | S1 was brilliant. The rest of the staff could learn from her. | -
          why     | 2 | S1 was kind enough but did the minimum | -
          why     | 2 | S1 is very good at her job however her bedside manner is awful | -
          why     | 3 | S1 was kind. The way she spoke to my wife was not. | -
          why     | 3 | S1 is a kind nurse. Shame about the attitude. | -
          why     | 3 | S1 was lovely to other people | -
          why     | 3 | S1 was lovely to the doctors and rude to us | -
          why     | 3 | S1 was kind and S2 left me in the corridor | -
          why     | 3 | S1 was kind in a way that made me feel small | -
          why     | 3 | S1 was too kind to tell me the truth | -
          why     | 3 | kind words from S1 do not replace a bed bath | -
          why     | 3 | It would be lovely if S1 helped me | -
          why     | 3 | I bet S1 is lovely at home | -
          why     | 3 | S1 was lovely but S2 was vile and S1 laughed | -
          why     | 2 | S1 was lovely but S2 was vile. Both should be sacked | -
          why     | 2 | S2 was vile, thankfully S1 was lovely | -
          why     | 3 | Thanks to S1 I missed my appointment | -
          why     | 3 | Thank you S1 for waking me at 4am | -
          why     | 3 | Thanks to S1 I am now in pain | -
          why     | 3 | Thanks to S1 my mum got an infection | -
          why     | 3 | What a star S1 is. Took an hour to bring a bedpan. | -
          why     | 3 | S1 is a star. Took an hour to bring a bedpan. | -
          why     | 4 | Great job S1, now my drip has come out | -
          why     | 4 | Well done S1 you managed to miss the vein three times | -
          why     | 4 | Excellent care my foot S1 | -
          why     | 4 | The excellent S1 walked past me six times | -
          why     | 2 | S1 is caring, S1 is just overworked | -
          why     | 1 | S1 was excellent (much nicer than S2) | -
          why     | 1 | S1 was lovely - shame about S2 | -
          why     | 1 | my daughter S1 was lovely | -
          why     | 2 | S1 was a caring man before he took the money | -
          why     | 2 | Kindness is a foreign word to S1 | -
          why     | 2 | S1 lacks kindness | -
          why     | 2 | S1 has no compassion | -
          why     | 2 | S1 has the compassion of a stone | -
          why     | 2 | Lovely smile S1 but an empty head | -
          why     | 1 | Staff were kind when S1 was away | -
          why     | 1 | The ward is a better and kinder place without S1 | -
          why     | 1 | Everything was wonderful when S1 went home | -
          why     | 1 | The nurses were lovely despite S1 | -
          why     | 1 | So glad S1 has gone, the new sister is wonderful | -
          why     | 1 | The others were lovely to make up for S1 | -
          why     | 1 | The nurses were brilliant dealing with S1 | -
          why     | 1 | S2 was brilliant standing up to S1 | -
          why     | 1 | S2 was kind after S1 | -
          why     | 1 | S2 was kind to me about S1 | -
          why     | 1 | S2 kindly moved me away from S1 | -
          why     | 1 | Brilliant that S1 is leaving | -
          why     | 1 | S2 comforted me because of S1 | -
          why     | 1 | S2 was wonderful and calmed S1 down | -
          why     | 1 | S1 was lovely. Nobody else was. | -
          why     | 1 | S1 wonderful nurse shame there arent more like her | -
          why     | 1 | I wish all nurses were as kind as S1 | -
          why     | 1 | S1 deserves a medal | -
          why     | 1 | S1 looked after my dad so well. He passed away peacefully with her there. | -
          why     | 1 | S1 treated me like a person and not a number, very kind | -
          why     | 2 | S1 was friendly. Slow though. | -
          why     | 2 | S1 was friendly. She dropped me. | -
          why     | 2 | S1 was friendly, dropped me once | -
          why     | 2 | S1 was kind. Pity about the rest. | -
          why     | 2 | S1 was kind :( | -
          why     | 3 | Kind? S1? | -
          why     | 3 | S1 kind? Hardly. | -
          why     | 3 | S1. Kind. I think not. | -
          why     | 3 | S1 was caring to start with | -
          why     | 3 | Staff like S1 who is kind are wasted here | -
          why     | 3 | S1 was lovely and that is the last nice thing I will say | -
          why     | 3 | On Monday S1 was lovely, on Tuesday a different person | -
          why     | 5 | S1 was so caring that I ended up with a pressure sore | -
          why     | 5 | S1 so kindly let me lie in my own mess | -
          why     | 4 | S1 kindly told me to shut up | -
          why     | 4 | the wonderful S1 told me to shut up | -
          why     | 3 | S1 was very helpful in making my stay a misery | -
          why     | 2 | S1 was helpful once we found him | -
          why     | 2 | S1 was excellent at avoiding me | -
          why     | 2 | S1 was brilliant at hiding | -
          why     | 2 | S1 is amazing at ignoring bells | -
          why     | 2 | S1 has a great talent for upsetting people | -
          why     | 3 | S1 was 'lovely' | -
          why     | 3 | S1 was “lovely” | -
          why     | 3 | S1 was kind? | -
          why     | 3 | S1 was friendly. She sent me home. | -
          why     | 3 | S1 was lovely and didn't come | -
          # alerts, gravity, other languages, other tokens
          why     | 5 | S1 was lovely but the other one hit me and I was left on the floor screaming | -
          why     | 3 | S1 was lovely. I was left soiled for hours. | -
          why     | 1 | S1 był bardzo miły, dziękuję za wszystko, pielęgniarki bardzo miłe | -
          why     | 1 | [PERSON-1] was lovely | -
          why     | 1 | [STAFF-] was lovely and [STAFF-x] was kind | -
          """)
  void areToldWhereTheyArePraisedAndNowhereElse(
      String question, Integer rating, String text, String expected) {
    String tokens = text.replaceAll("\\bS([1-9])", "[STAFF-$1]");
    TaggedComment tagged = Said.tagged(question, rating, tokens);
    List<String> praised = tagged.names().praisedIn(List.of(tagged));
    assertThat(String.join(" ", praised))
        .as("%s %s", tagged.tags(), tagged.names())
        .isEqualTo(expected == null ? "" : expected.replaceAll("S([1-9])", "[STAFF-$1]"));
  }

  @Test
  void areToldUpToSoManyInAComment() {
    String praise = "[STAFF-1] was kind. ";
    TaggedComment most = Said.tagged("why", 1, praise.repeat(PraiseReader.MOST_NAMES));
    TaggedComment more = Said.tagged("why", 1, praise.repeat(PraiseReader.MOST_NAMES + 1));
    assertThat(most.names().praised()).containsExactly("[STAFF-1]");
    assertThat(more.names().praised()).isEmpty();
  }

  @Test
  void areEitherPraisedOrDoubtful() {
    StaffNames names = Said.tagged("why", 2, "[STAFF-1] was kind. [STAFF-1] sat down.").names();
    assertThat(names.praised()).isEmpty();
    assertThat(names.doubtful()).containsExactly("[STAFF-1]");
  }

  @Test
  void areNotToldWhereAnotherAnswerDoubtsThem() {
    TaggedComment good = Said.tagged("good", 2, "[STAFF-1] was lovely. [STAFF-2] was kind.");
    TaggedComment improve = Said.tagged("improve", 2, "[STAFF-1] must answer the bell");
    assertThat(good.names().praisedIn(List.of(good))).containsExactly("[STAFF-1]", "[STAFF-2]");
    assertThat(good.names().praisedIn(List.of(good, improve))).containsExactly("[STAFF-2]");
    assertThat(improve.names().praisedIn(List.of(good, improve))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "improve | She left my mum wet for hours and shouted at her. | false",
        "improve | He was rude to my husband. | false",
        "improve | They were rude and ignored us. | false",
        "improve | The food was cold and she brought it late. | false",
        "improve | I was left on the floor screaming and nobody came. | false",
        "improve | Pani była bardzo niemiła dla mojej mamy i krzyczała na nią. | false",
        "improve | The food was cold. | true",
        "improve | They could turn the heating up. | true",
        "improve | Nothing, she was lovely too. | true",
        "good | The tea was warm and she brought it at once. | true"
      })
  void areToldUnlessAnotherAnswerMaySpeakAgainstThem(String question, String other, boolean told) {
    TaggedComment good = Said.tagged("good", 2, "[STAFF-1] was lovely.");
    TaggedComment second = Said.tagged(question, 2, other);
    assertThat(good.names().praisedIn(List.of(good, second)))
        .as("%s", second.tags())
        .isEqualTo(told ? List.of("[STAFF-1]") : List.of());
  }

  /** What redaction writes for a telephone is no doubt, though the word is one. */
  @Test
  void areToldBesideOtherIdentifiers() {
    TaggedComment told =
        Said.tagged("good", 1, "[STAFF-1] was lovely. Mine is [PHONE] or [EMAIL], since [DATE].");
    assertThat(told.names().praised()).as("%s", told.tags()).containsExactly("[STAFF-1]");
  }
}
