package org.heard.feedback.redaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Not to look for what a text shows no sign of leaves nothing out. */
class SignsTest {
  private static final int INSTANCES = 500;
  private static final long SEED = 20261127L;

  /** What identifiers are made of, and what looks like it. */
  private static final List<String> PIECES =
      List.of(
          "born",
          "d.o.b.",
          "DOB",
          "D o b",
          "birth date",
          "on ",
          "may",
          "May",
          "March",
          "3rd",
          "3",
          "12",
          "31st",
          "first",
          "twenty-first",
          " of ",
          "January",
          "jan",
          "SEPT",
          "mon",
          "Tues",
          "thurs",
          "sat",
          "/",
          ".",
          "-",
          " - ",
          "2026",
          "51",
          "'51",
          "bed",
          "Bay",
          "side room",
          "A",
          "B3",
          "four",
          "twelve",
          "0113",
          "496",
          "07700",
          "900123",
          "+44",
          "(0)",
          "999",
          "000",
          "0018",
          "NHS",
          "hospital no",
          "ref",
          "MRN",
          "4471902",
          "AB123456C",
          "LS1 4AP",
          "ls14ap",
          "GIR 0AA",
          "LE3",
          "live in ",
          "14 ",
          "Acacia ",
          "avenue",
          " St",
          "Close",
          "come from ",
          "fern",
          "otter",
          "(at)",
          "[AT]",
          " at ",
          " dot ",
          "com",
          "@",
          "insta",
          "snapchat",
          "tik tok",
          "fb",
          "x_y",
          "www.",
          "https://",
          "the",
          "nurse",
          ",",
          ":",
          "(",
          ")",
          "24/7",
          "on 9/4",
          "fourteenth",
          "twentieth",
          "9:30",
          "5mg",
          "ring me on ",
          "text",
          "0800",
          "1111",
          "+39",
          "0648371",
          "+43",
          "_",
          "|",
          "14/10",
          "14.10",
          "admitted ",
          "since ",
          "gmail.com",
          "ig ",
          "telegram",
          "trolley",
          "no",
          "hosp no ",
          "W",
          "QF",
          "9QP",
          "dot com",
          " . ",
          "www ",
          "http",
          "d/o/b",
          "month",
          "İ",
          "K",
          "３",
          "٣",
          "\n",
          "\t",
          " ");

  private final Structured structured = new Structured(List.of());

  @Property(tries = 10_000)
  void changeNothing(@ForAll("texts") String text) {
    requireTheSame(text);
  }

  @ParameterizedTest
  @EnumSource(Invented.class)
  void areThereForEachKind(Invented kind) {
    Random random = new Random(SEED);
    for (int i = 0; i < INSTANCES; i++) {
      String text = "note " + kind.next(random) + " please";
      assertThat(requireTheSame(text)).as(text).isPositive();
    }
  }

  /** The shortest telephone numbers that any country has. */
  @ParameterizedTest
  @ValueSource(
      strings = {"ring 0800 1111", "ring 0845 46 47", "+43 1111 it was", "+49 1111 it was"})
  void doNotMissAShortNumber(String text) {
    requireTheSame(text);
  }

  @Provide
  Arbitrary<String> texts() {
    Arbitrary<String> between = Arbitraries.of("", " ", " ");
    return Arbitraries.of(PIECES)
        .flatMap(piece -> between.map(blank -> piece + blank))
        .list()
        .ofMaxSize(14)
        .map(pieces -> String.join("", pieces));
  }

  private int requireTheSame(String text) {
    String folded = Folded.of(text).text();
    List<Found> all = structured.find(folded, Signs.ALL);
    assertThat(structured.find(folded)).as(text).isEqualTo(all);
    return all.size();
  }
}
