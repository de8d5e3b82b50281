package org.heard.analytics.tagging;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The invented examples of taxonomy 2.6. */
class ThemeExamplesTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          being-heard+ | First doctor in years who let me get to the end of my story.
          being-heard+ | took what I said about my breathing seriously straight away
          being-heard- | Kept saying the drip hurt, was told its fine without even a look.
          being-heard- | Ward round was over in 40 seconds and I couldnt get a word in
          seen-as-a-person+ | They found out I used to drive buses and we had a natter about routes every shift.
          seen-as-a-person+ | Remembered how I like my pillows, little things
          seen-as-a-person- | I was the hip in bed six all week.
          seen-as-a-person- | felt like a parcel going down a conveyer belt
          explaining-and-keeping-informed+ | Drew me a picture of the operation so it made sense.
          explaining-and-keeping-informed+ | popped back each hour to say where my bloods were up to
          explaining-and-keeping-informed- | Two doctors told me two different things and no one said which was right.
          explaining-and-keeping-informed- | only knew I was moving wards when the porter turned up
          involvement-and-choice+ | Asked when I would like my wash instead of telling me.
          involvement-and-choice+ | went through both options and left it to me
          involvement-and-choice- | Tube put in without anyone asking first.
          involvement-and-choice- | going home was decided over my head
          kindness-and-courtesy+ | The cleaner says good morning to every single one of us.
          kindness-and-courtesy+ | gentle and polite even when run off there feet
          kindness-and-courtesy- | Night nurse snapped when I asked what time it was.
          kindness-and-courtesy- | no hello no name, felt in the way
          emotional-support+ | I was petrified going for the scan and she walked down holding my hand.
          emotional-support+ | let me have a good weep and stayed till I'd stopped
          emotional-support- | Sobbed behind the curtain for an hour, not one person looked in.
          emotional-support- | was told to stop fretting and she walked away
          responsive-help+ | Rang twice in the night, someone at my side inside a minute.
          responsive-help+ | nothing to much bother for any of them
          responsive-help- | Fifty minutes for the comode after ringing.
          responsive-help- | had to shout across the bay to get help for the lady next to me
          comfort-and-pain-relief+ | Saw me wince and sorted the tablets before I asked.
          comfort-and-pain-relief+ | extra blanket and a hot drink at 3am, heaven
          comfort-and-pain-relief- | In agony since tea, painkillers came at midnight.
          comfort-and-pain-relief- | said feeling sick was normal, no bowl given
          dignity-and-respect+ | Curtain always pulled and a towel over me when washing.
          dignity-and-respect+ | spoke to me as a grown woman
          dignity-and-respect- | My bowels were discussed in front of the whole bay.
          dignity-and-respect- | they giggled when I didnt make it to the loo
          safety-and-trust+ | Slept like a log because I knew they were keeping watch.
          safety-and-trust+ | if they said they'd be back, they were
          safety-and-trust- | Man opposite kept wandering into my space, I was frightened and staff just shrugged.
          safety-and-trust- | after the third broken promise I gave up believing them
          inclusion-and-fairness+ | A BSL interpreter was there for the round and I hadn't had to chase.
          inclusion-and-fairness+ | found me a quiet corner to pray and halal meals every day
          inclusion-and-fairness- | Took me for confused because I'm 88.
          inclusion-and-fairness- | leaflet in english only and told to get my son to read it
          family-and-carers+ | Rang my daughter abroad every evening with the news.
          family-and-carers+ | let my husband sit on past visiting the night I was low
          family-and-carers- | I know how Mum takes her tablets, nobody would listen to me as her carer.
          family-and-carers- | we found Dad's bed empty, no one had phoned
          """)
  void isFound(String expected, String text) {
    String theme = expected.substring(0, expected.length() - 1);
    String opposite = theme + (expected.endsWith("+") ? "-" : "+");

    assertThat(Said.words(Said.tagged("why", null, text)))
        .contains(expected)
        .doesNotContain(opposite);
  }
}
