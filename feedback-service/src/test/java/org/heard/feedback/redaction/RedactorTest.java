package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.heard.feedback.redaction.Redaction.Removed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactorTest {
  private final Redactor redactor = new Redactor(List.of());

  private Redaction redact(String text) {
    return redactor.redact(text, PlaceNames.NONE, new NameTokens(), true);
  }

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
        "home: jo (at) example.org | home: [EMAIL]",
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
        "admitted on the 3rd of March | admitted on the [DATE]",
        "came in 14 June and left 2nd July | came in [DATE] and left [DATE]",
        "here on March 3rd | here on [DATE]",
        "the third of March | the [DATE]",
        "the twenty-first of June, 1950 | the [DATE]",
        "Tuesday the 4th was bad | [DATE] was bad",
        "op on 3 May | op on [DATE]",
        "seen on 12/10 | seen on [DATE]",
        "look at www.example.org/me?x=1 now | look at [LINK] now",
        "https://example.com/jo | [LINK]",
        "on example.co.uk | on [LINK]",
        "I am @jo_99 there | I am [HANDLE] there",
        "my insta is jo_99 | my insta is [HANDLE]",
        "jo dot bloggs at example dot com | [EMAIL]",
        "ring me on 498 0123 | ring me on [PHONE]",
        "my hospital number is K123456 | my hospital number is [HOSPITAL-NUMBER]",
        "MRN: 00451234 | MRN: [HOSPITAL-NUMBER]",
        "ref AB/2026/118 | ref [HOSPITAL-NUMBER]",
        "number 123456789012 on my band | number [HOSPITAL-NUMBER] on my band",
        "NI number AB 12 34 56 C | NI number [HOSPITAL-NUMBER]",
        "NHS number 999 000 001 | NHS number [NHS-NUMBER]",
        "I live in LE3 | I live in [POSTCODE]",
        "postcode is SW1A | postcode is [POSTCODE]",
        "travelled from DN55 | travelled from [POSTCODE]",
        "lady in bed 6 on nights | lady in [BED] on nights",
        "Bed 12, bay 4 | [BED], [BED]",
        "Bay B was noisy | [BED] was noisy",
        "side room 3 | [BED]",
        "bed six, room twelve | [BED], [BED]",
        "bed no. 4 and bedspace 7a | [BED] and [BED]",
        "dob 12 10 1954, born on 05 06 1948 | dob [DATE], born on [DATE]",
        "NHS no 999/000/0018 | NHS no [NHS-NUMBER]",
        "999,000,0018 | [NHS-NUMBER]",
        "99900 00018 (NHS) | [NHS-NUMBER] (NHS)",
        "9990 000 018 is my NHS number | [NHS-NUMBER] is my NHS number",
        "07700,900123 or 07700_900_123 | [PHONE] or [PHONE]",
        "bed 12 of ward 4, bed 4 of bay 2 | [BED] of ward 4, [BED] of [BED]",
        "patient in bay 3 of the ward | patient in [BED] of the ward",
        "bed number six nurses ignored | [BED] nurses ignored",
        "12-Oct to Oct. 14 | [DATE] to [DATE]",
        "admitted 14/10, discharged 16.10 | admitted [DATE], discharged [DATE]",
        "here on 14/10 to 16/10 | here on [DATE]",
        "in on the 12/10, home 15/10, seen 16th/Oct | in on the [DATE], home [DATE], seen [DATE]",
        "LE3. 9QP or LE3,9QP | [POSTCODE] or [POSTCODE]",
        "jo.smith at gmail.com | [EMAIL]",
        "hosp no: A 12 34 56 | hosp no: [HOSPITAL-NUMBER]",
        "case no. 12 345 | case no. [HOSPITAL-NUMBER]",
        "999  -  000  -  0018 | [NHS-NUMBER]",
        "999·000·0018, 999 • 000 • 0018 | [NHS-NUMBER], [NHS-NUMBER]",
        "999*000*0018, 999~000~0018 | [NHS-NUMBER], [NHS-NUMBER]",
        "999=000=0018, 999+000+0018, 999'000'0018 | [NHS-NUMBER], [NHS-NUMBER], [NHS-NUMBER]",
        "NHS ⁹⁹⁹ ⁰⁰⁰ ⁰⁰¹⁸ | NHS [NHS-NUMBER]",
        "07700*900*123, 07700 ~ 900 ~ 123, 07700•900•123 | [PHONE], [PHONE], [PHONE]",
        "07700 9OO 123, O77OO 9oo123 | [PHONE], [PHONE]",
        "Call me on 07700900123 | Call me on [PHONE]",
        "+447700900123 | [PHONE]",
        "born 12⁄03⁄1948 or 12∕03∕1948 | born [DATE] or [DATE]",
        "the 14th, October, the 14th. October | the [DATE], the [DATE]",
        "the 14th day of October | the [DATE]",
        "March the twelfth, March twelfth | [DATE], [DATE]",
        "I am from LE3, she's from LE3 | I am from [POSTCODE], she's from [POSTCODE]",
        "jo\u200B.smith@gmail.com, jo.sm\u00ADith@gmail.com | [EMAIL], [EMAIL]",
        "nhs no 999 OOO 0018, NHS 999oOO0O18 | nhs no [NHS-NUMBER], NHS [NHS-NUMBER]",
        "my mob is 7700 900123, mobile: 7700900123 | my mob is [PHONE], mobile: [PHONE]",
        "dob: 3rd of the fifth 1950, born third of the 5th | dob: [DATE], born [DATE]",
        "I live at 14 Acacia Avenue | I live at [ADDRESS]",
        "12 High Street, Northampton | [ADDRESS], Northampton",
        "12 High  Street, Northampton | [ADDRESS], Northampton",
        "I live at flat 2, 14 mill close | I live at [ADDRESS]",
        "1 Excellent Care. Place was clean | 1 Excellent Care. Place was clean",
        "i live at 14b acacia avenue now | i live at [ADDRESS] now",
        "i live at 9 mill hill close, LS1 4AP | i live at [ADDRESS], [POSTCODE]",
        "Flat 3, 27 Mill Lane or flat 3 mill court | [ADDRESS] or [ADDRESS]",
        "MY ADDRESS IS 25 ST JOHN'S ROAD | MY ADDRESS IS [ADDRESS]",
        "I LIVE AT 12 ST. JOHN'S ROAD | I LIVE AT [ADDRESS]",
        "8 MT. PLEASANT ROAD, 12 Gt. Northern Road | [ADDRESS], [ADDRESS]",
        "30 Upr. Mounts Road, 30 Lr. Harding St | [ADDRESS], [ADDRESS]",
        "12 Nth. Western Avenue, 7 Capt. Cook Road | [ADDRESS], [ADDRESS]",
        "7 st. mary's road, 12 st johns road | [ADDRESS], [ADDRESS]",
        "12 St.John's Road, 14,  Acacia Avenue | [ADDRESS], [ADDRESS]",
        "14   acacia   avenue | [ADDRESS]",
        "22, Otter Close and 7 The Crescent | [ADDRESS] and [ADDRESS]",
        "sent to 9 Mill Rd. and 110-112 Long Row | sent to [ADDRESS]. and [ADDRESS]",
      })
  void takesOut(String text, String expected) {
    assertThat(redact(text).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "999 000/0018 | [NHS-NUMBER]",
        "07700/900 123 | [PHONE]",
        "12 High/Street | [ADDRESS]",
        "+44/7700 900123 | [PHONE]",
        "SW1A/1AA | [POSTCODE]"
      })
  void takesOutWhatGoesOnInTheNextLine(String text, String expected) {
    assertThat(redact(text.replace("/", "\n")).text()).isEqualTo(expected);
    assertThat(redact(text.replace("/", "\r\n")).text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Bell at 07:30, nurse at 07:45.",
        "500mg twice a day, 10 ml at night",
        "coming here since 1998",
        "waited 2 to 3 hours on Ash ward",
        "in bed by 10, 2 beds away, a bed for 3 hours",
        "bed two hours late, room for improvement",
        "bay a mess, bed a mess",
        "bay 3 times too hot, bed 4 days in a row",
        "beds 2 feet apart, bed 3 inches short",
        "the doctor comes every Monday and Friday",
        "moved here from St. James by ambulance",
        "may I march 3 times round the ward in march",
        "the 2 may be right, on the 14th floor",
        "suffering from B12 deficiency, on 24/7 oxygen",
        "see you at 7.30pm on Tuesday",
        "5,000,000 thanks and £1000000 for the ward",
        "call me 5 times, ring 3 bells",
        "Thanks to all.Nice staff",
        "I am 82 and a half",
        "scored 10/10, would come again 24/7",
        "may I say thank you",
        "A1 care from E to Z",
        "the 3 nurses on W01 were lovely",
        "14/10 care, on 9/10 occasions, pain from 3/10 to 8/10",
        "left 2/3 of the meal, on the 9.10 train, at home 24/7",
        "2 of 3 bays, a 12-hour shift, back at 14.10",
        "NHS plans 2019 - 2024, born 12 weeks early",
        "came 1st. May I say, and 3rd. March is cold",
        "March first thing, in April second visit",
        "10² metres, 5 m² a room, H₂O, 100 + 200 = 3000",
        "a result from B12, tea for 2 or 3, o 2 o 3 o 4",
        "the NHS has 1OO trusts, mobile 7 days, the mobile unit sees 7700 people",
        "ward 5 road, on ward 5 Park Road entrance",
        "2 nurses gave way, a 10 MINUTES WALK",
        "10 minutes drive, the ten minutes drive, a 5 minute walk, 15 days drive",
        "20 yards down the lane, 2 doors down the road, i live 2 hours up the road",
        "6 court, 1 way, 3 close friends, 2 people walk, a 4 lane road, a 2 way street",
        "10 minutes from Mill Road, 3 buses down Mill Road",
        "5 Excellent\n\nPlace was spotless. 1 Better Food\n\n2 Car Parks",
        "10 Brilliant\n\nWay better than before",
        "4 Fantastic Service   Close to home",
        "Gave 10 Amazing  Place spotless",
        "the 1 st road on the left",
        "5 new street lights, 3 bad road accidents, 2 patients close to tears",
        "i live 10 minutes walk away and it took 40 minutes to park",
      })
  void leavesWhatIdentifiesNobody(String text) {
    assertThat(redact(text).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Staff nurse Mel on Ash ward was an angel | Staff nurse [STAFF-1] on Ash ward was an angel",
        "HOPE and Grace looked after me, thank you Joy | "
            + "[STAFF-1] and [STAFF-2] looked after me, thank you [STAFF-3]",
        "Jo was lovely but Smith was vile | [STAFF-1] was lovely but [STAFF-2] was vile",
        "My wife Doreen and nurse Jo, thank you Jo | "
            + "My wife [PERSON-1] and nurse [STAFF-1], thank you [STAFF-1]",
        "Tel: 07700 900123 or tel. 01632 960123 | Tel: [PHONE] or tel. [PHONE]",
        "Tel was great | [STAFF-1] was great",
        "Jo Brand helped. Jo is great. | [STAFF-1] helped. [STAFF-1] is great.",
      })
  void takesOutNames(String text, String expected) {
    assertThat(redact(text).text()).isEqualTo(expected);
  }

  @Test
  void leavesTheNamesOfPlaces() {
    PlaceNames places = new PlaceNames(List.of("Fraser Ward", "Rowan", "The Hargreaves Unit"));
    String text = "Rowan was calm, Fraser was not. Nurse Rowan moved me to Hargreaves.";
    assertThat(redactor.redact(text, places, new NameTokens(), true).text())
        .isEqualTo("Rowan was calm, Fraser was not. Nurse [STAFF-1] moved me to Hargreaves.");
    // "Ward" is a surname, too.
    String whole = "Everyone in Fraser Ward was kind. My mum was on Fraser Ward and is home now.";
    assertThat(redactor.redact(whole, places, new NameTokens(), true).text()).isEqualTo(whole);
  }

  /** Whoever bears a place's name and a surname that is a kind of place is a person. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Nurse Rowan Hall was kind. | Nurse [STAFF-1] was kind.",
        "Nurse Rowan Court helped me to the bathroom. | Nurse [STAFF-1] helped me to the bathroom.",
        "Nurse Rowan Lane was kind. | Nurse [STAFF-1] was kind.",
        "Doctor Fraser House explained it all. | Doctor [STAFF-1] explained it all.",
        "Doctor Fraser Church was rude. | Doctor [STAFF-1] was rude.",
        "Sister Hargreaves and the team were kind. | Sister [STAFF-1] and the team were kind.",
        "Nurse Rowan of the night team was kind. | Nurse [STAFF-1] of the night team was kind.",
        "They moved me to Rowan Ward. | They moved me to Rowan Ward.",
        "Rowan Unit was calm. | Rowan Unit was calm.",
        "My mum was in Larch Hall for a week. | My mum was in Larch Hall for a week.",
        "Nurse Larch Hall was kind. | Nurse Larch Hall was kind.",
        "They moved me to Larch Ward. | They moved me to Larch Ward.",
        "Everyone in Fraser Ward and Hargreaves was kind. | "
            + "Everyone in Fraser Ward and Hargreaves was kind.",
        "Fraser Clinic was full. | Fraser Clinic was full.",
        "Nurse Anne Rowan was kind. | Nurse [STAFF-1] was kind.",
        "I want to thank Rowan Smith. | I want to thank [PERSON-1].",
        "I want to thank Anne Rowan Fraser. | I want to thank [PERSON-1].",
        "I want to thank Rowan Fraser Smith. | I want to thank [PERSON-1].",
        "I want to thank Rowan Hall. | I want to thank [PERSON-1].",
        "Thank you Rowan Hall. | Thank you [PERSON-1].",
        "They moved me to Rowan House. | They moved me to Rowan House.",
        "Rowan Smith was kind. | [STAFF-1] was kind.",
        "Anne's Rowan is calm. | [STAFF-1]'s Rowan is calm.",
        "Larch Patel was kind. | [STAFF-1] was kind.",
        "Sister Mary day staff were kind. | Sister [STAFF-1] day staff were kind.",
        "On Rowan, Smith was kind. | On Rowan, [STAFF-1] was kind.",
        "Anne Rowan Ward was kind. | [STAFF-1] Rowan Ward was kind.",
        "They moved me to Rowan Suite. | They moved me to Rowan Suite.",
        "They moved me to Rowan Wing. | They moved me to Rowan Wing.",
        "They moved me to Rowan Clinic. | They moved me to Rowan Clinic.",
        "I waited at Rowan Reception. | I waited at Rowan Reception.",
        "Rowan Suite was calm. | Rowan Suite was calm.",
        "Sister Fraser theatre manager was kind. | Sister [STAFF-1] theatre manager was kind.",
        "Sister Fraser ward manager was kind. | Sister [STAFF-1] ward manager was kind.",
        "Sister Anne Fraser theatre manager was kind. | Sister [STAFF-1] theatre manager was kind.",
        "Nurse Anne Fraser ward manager was kind. | Nurse [STAFF-1] ward manager was kind.",
        "Sister Anne Rowan reception manager was kind. | Sister [STAFF-1] reception manager was"
            + " kind.",
        "The Fraser ward manager was kind. | The Fraser ward manager was kind.",
        "On Fraser ward sister Anne was kind. | On Fraser ward sister [STAFF-1] was kind.",
        "The Rowan Ward staff were kind. | The Rowan Ward staff were kind.",
        "Rowan van der Merwe was kind. | [STAFF-1] was kind."
      })
  void aSurnameBehindAPlacesNameIsNotThePlaces(String text, String expected) {
    PlaceNames places =
        new PlaceNames(
            List.of(
                "Fraser Ward",
                "Fraser Clinic",
                "Rowan",
                "Hargreaves",
                "Larch Hall",
                "Day Surgery"));
    assertThat(redactor.redact(text, places, new NameTokens(), true).text()).isEqualTo(expected);
  }

  /** What is found once is gone wherever it stands, as nothing may speak for it there. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Dr Singh was rude. The others saw it and singh laughed. | "
            + "Dr [STAFF-1] was rude. The others saw it and [STAFF-1] laughed.",
        "all singh does is laugh. Dr Singh was rude | all [STAFF-1] does is laugh. Dr [STAFF-1] was"
            + " rude",
        "Nurse Agnieszka Kowalska washed me. KOWALSKA, not agnieszka's friend | "
            + "Nurse [STAFF-1] washed me. [STAFF-2], not [STAFF-1]'s friend",
        "Sister Babajide Okafor came. later okafor babajide and babajide okafor again | "
            + "Sister [STAFF-1] came. later [STAFF-1] and [STAFF-1] again",
        "Nurse May was kind. I came in may, may I say | Nurse [STAFF-1] was kind. I came in may,"
            + " may I say",
        "Nurse Van Okafor was kind, the van was late | Nurse [STAFF-1] was kind, the van was late",
        "Nurse Tel was kind, tel: 07700 900123 | Nurse [STAFF-1] was kind, tel: [PHONE]",
        "Sister O'Neill was rude. o neill laughed, oneill too, neill | "
            + "Sister [STAFF-1] was rude. o [STAFF-1] laughed, [STAFF-1] too, [STAFF-1]",
        "Nurse Neill was rude. o'neill laughed | Nurse [STAFF-1] was rude. [STAFF-1] laughed",
        "Nurse Smith was rude. smiths temper, smith2, SMITH'S | "
            + "Nurse [STAFF-1] was rude. [STAFF-1] temper, [STAFF-1]2, [STAFF-1]'S",
        "Sister Brown was kind, the browns of autumn | Sister [STAFF-1] was kind, the browns of"
            + " autumn",
        "Nurse May was kind, in may2 and mays | Nurse [STAFF-1] was kind, in may2 and mays",
        "Nurse Łukasz was kind. lukasz and zoe, nurse Zoë | "
            + "Nurse [STAFF-1] was kind. [STAFF-1] and [STAFF-2], nurse [STAFF-2]",
        "Dr Singh was rude, write to singh@example.org | Dr [STAFF-1] was rude, write to [EMAIL]",
      })
  void takesOutANameWhereverItStands(String text, String expected) {
    assertThat(redact(text).text()).isEqualTo(expected);
  }

  @Test
  void aNameThatIsFoundInOneAnswerIsGoneInAllOfThem() {
    assertThat(redactAll("it was singh again", "Dr Singh was rude.", "la enfermera singh"))
        .containsExactly(
            "it was [STAFF-1] again", "Dr [STAFF-1] was rude.", "la enfermera [STAFF-1]");
  }

  @Test
  void aNameThatIsAWordStaysWhereItIsUsedAsOne() {
    String other = "The ward was clean. I hope she gets a rest.";
    assertThat(redactAll("Nurse Hope was kind.", other))
        .containsExactly("Nurse [STAFF-1] was kind.", other);
  }

  /** The third is in a language whose names are not looked for. */
  private List<String> redactAll(String... answers) {
    List<Redactor.Text> texts = new ArrayList<>();
    for (String answer : answers) {
      texts.add(new Redactor.Text(answer, texts.size() < 2));
    }
    return redactor.redact(texts, PlaceNames.NONE, new NameTokens()).stream()
        .map(Redaction::text)
        .toList();
  }

  @Test
  void aNameThatIsAPlacesStaysWhereThePlaceIsMeant() {
    PlaceNames places = new PlaceNames(List.of("Rowan Ward", "Fraser"));
    String text = "Nurse Rowan Fraser was kind, rowan ward was full and so was Fraser.";
    assertThat(redactor.redact(text, places, new NameTokens(), true).text())
        .isEqualTo("Nurse [STAFF-1] was kind, rowan ward was full and so was Fraser.");
  }

  @Test
  void takesOutATrustsOwnNumbers() {
    Redactor own = new Redactor(List.of(Pattern.compile("\\bZZ-\\d{3}\\b")));
    assertThat(own.redact("I am ZZ-118 here", PlaceNames.NONE, new NameTokens(), true).text())
        .isEqualTo("I am [HOSPITAL-NUMBER] here");
  }

  @Test
  void saysWhereTheTokensOfStaffStand() {
    Redaction redaction = redact("💙 nurse Jo rang 07700 900123 for Amina");
    for (Redaction.StaffToken token : redaction.staffTokens()) {
      assertThat(redaction.text().substring(token.start(), token.end())).isEqualTo(token.token());
    }
    assertThat(redaction.staffTokens()).isNotEmpty();
  }

  @Test
  void saysWhatWasWhereInTheOriginal() {
    Redaction redaction = redact("💙 07700 900123 or a@example.org");
    assertThat(redaction.text()).isEqualTo("💙 [PHONE] or [EMAIL]");
    assertThat(redaction.removed())
        .containsExactly(
            new Removed(IdentifierKind.PHONE, 3, 15, "[PHONE]"),
            new Removed(IdentifierKind.EMAIL, 19, 32, "[EMAIL]"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "0",
        "a.",
        "a@",
        "44 ",
        "3 april ",
        "ls1 ",
        "+",
        "(",
        "Jo ",
        "Jo, ",
        "JO ",
        "jo and ",
        "A. ",
        "Xy-",
        "insta a ",
        "a dot ",
        "ref a ",
        "bed ",
        "call ",
        "live in ",
        "de ",
        "St ",
        "Ã©",
        "O'",
        "bed 1 and ",
        "1,",
        "1 / ",
        "a at ",
        "a.b at c.",
        "a_",
        "O",
        "0O",
        "1·",
        "07·",
        "a\u00AD",
        "Will ",
        "o'",
        "www ",
        "1 2 ",
        "on 1/1 to "
      })
  void takesHostileTextInItsStride(String part) {
    String hostile = part.repeat(4000 / part.length());
    assertThat(redact(hostile).text()).isNotNull();
  }

  @ParameterizedTest
  @ValueSource(strings = {"n11aa ", "a@b.c,", "1/1/99 ", "4010232137 ", "dob 1950 "})
  void growsByNoMoreThanTheContractAllows(String shortIdentifier) {
    String longest = shortIdentifier.repeat(4000 / shortIdentifier.length());
    assertThat(redact(longest).text()).contains("[").hasSizeLessThanOrEqualTo(16_000);
  }
}
