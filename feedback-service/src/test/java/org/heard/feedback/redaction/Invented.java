package org.heard.feedback.redaction;

import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Identifiers that were never anybody's, in the ways in which people write them. Telephone numbers
 * are of the ranges that Ofcom keeps for drama where it has any.
 */
enum Invented {
  NHS_NUMBER,
  NHS_NUMBER_WITH_A_SLIP,
  PHONE,
  EMAIL,
  LINK,
  HANDLE,
  POSTCODE,
  PARTIAL_POSTCODE,
  ADDRESS,
  DATE_OF_BIRTH,
  DATE,
  HOSPITAL_NUMBER,
  NATIONAL_INSURANCE,
  BED;

  private static final List<String> NO_INWARD =
      List.of(
          "ST", "ND", "RD", "TH", "HR", "FT", "AT", "BE", "AN", "AS", "UP", "US", "WE", "HE", "BY",
          "ED");
  private static final String LETTERS = "ABCEGHJKLMNPRSTWXYZ";
  static final List<String> MONTHS =
      List.of(
          "January",
          "February",
          "March",
          "April",
          "May",
          "June",
          "July",
          "August",
          "September",
          "October",
          "November",
          "December");
  static final List<String> WORDS =
      List.of("maple", "otter", "quill", "zebra", "tulip", "badger", "fern", "cobalt");
  static final List<String> STREETS =
      List.of(
          "Street",
          "Road",
          "Avenue",
          "Lane",
          "Close",
          "Drive",
          "Crescent",
          "Gardens",
          "Grove",
          "Terrace",
          "Court",
          "Place",
          "Way",
          "Walk",
          "Mews",
          "Hill",
          "Square");
  static final List<String> AREAS =
      List.of("LS", "LE", "M", "B", "NG", "SW", "EC", "DN", "CR", "W", "E", "NE", "BT", "CF", "G");

  /** One, with what must stand beside it for a reader to know what it is. */
  String next(Random random) {
    return random.nextInt(3) == 0 ? plain(random) : Spellings.of(this, tenDigits(random), random);
  }

  private String tenDigits(Random random) {
    return this == NHS_NUMBER_WITH_A_SLIP ? wrong(random) : valid(random);
  }

  private String plain(Random random) {
    return switch (this) {
      case NHS_NUMBER -> nhsNumber(random);
      case NHS_NUMBER_WITH_A_SLIP -> slip(random);
      case PHONE -> phone(random);
      case EMAIL -> email(random);
      case LINK -> link(random);
      case HANDLE -> handle(random);
      case POSTCODE -> postcode(random);
      case PARTIAL_POSTCODE -> "I live in " + outward(random);
      case ADDRESS -> address(random);
      case DATE_OF_BIRTH -> birth(random);
      case DATE -> date(random);
      case HOSPITAL_NUMBER -> hospitalNumber(random);
      case NATIONAL_INSURANCE -> nationalInsurance(random);
      case BED -> bed(random);
    };
  }

  static <T> T one(Random random, List<T> of) {
    return of.get(random.nextInt(of.size()));
  }

  static String digits(Random random, int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(random.nextInt(10));
    }
    return out.toString();
  }

  private static String grouped(String ten, String gap) {
    return ten.substring(0, 3) + gap + ten.substring(3, 6) + gap + ten.substring(6);
  }

  private static String valid(Random random) {
    String number = "999" + digits(random, 7);
    while (!NhsNumber.isValid(number)) {
      number = "999" + digits(random, 7);
    }
    return number;
  }

  private static String nhsNumber(Random random) {
    String number = valid(random);
    String before = one(random, List.of("", "NHS number ", "nhs no: ", "My NHS Number is "));
    return before + one(random, List.of(number, grouped(number, " "), grouped(number, "-")));
  }

  private static String wrong(Random random) {
    String number = valid(random);
    int last = number.charAt(9) - '0';
    return number.substring(0, 9) + (last + 1 + random.nextInt(9)) % 10;
  }

  private static String slip(Random random) {
    String wrong = wrong(random);
    return random.nextBoolean()
        ? grouped(wrong, one(random, List.of(" ", "-")))
        : "NHS number " + one(random, List.of(wrong, wrong.substring(1), grouped(wrong, " ")));
  }

  private static String phone(Random random) {
    String mobile = "07700900" + digits(random, 3);
    String home = "01632960" + digits(random, 3);
    return switch (random.nextInt(9)) {
      case 0 -> mobile;
      case 1 -> mobile.substring(0, 5) + ' ' + mobile.substring(5);
      case 2 -> mobile.substring(0, 5) + ' ' + mobile.substring(5, 8) + ' ' + mobile.substring(8);
      case 3 -> "+44 " + mobile.substring(1);
      case 4 -> "+44 (0)" + mobile.substring(1, 5) + "-" + mobile.substring(5);
      case 5 -> "(" + home.substring(0, 5) + ") " + home.substring(5);
      case 6 -> "0044" + home.substring(1);
      case 7 -> home.substring(0, 5) + "." + home.substring(5, 8) + "." + home.substring(8);
      default -> "call me on " + home.substring(5);
    };
  }

  private static String email(Random random) {
    String name = one(random, WORDS) + one(random, List.of(".", "_", "", "-")) + digits(random, 2);
    String host = one(random, List.of("example.org", "example.com", "mail.example.net"));
    return switch (random.nextInt(5)) {
      case 0 -> name + "@" + host;
      case 1 -> (name + "@" + host).toUpperCase(Locale.ROOT);
      case 2 -> name + " @ " + host;
      case 3 -> name + " (at) " + host;
      default -> one(random, WORDS) + " dot " + one(random, WORDS) + " at example dot com";
    };
  }

  private static String link(Random random) {
    String word = one(random, WORDS) + digits(random, 2);
    return switch (random.nextInt(4)) {
      case 0 -> "https://example.org/" + word;
      case 1 -> "www." + word + ".example.com";
      case 2 -> word + ".co.uk";
      default -> "http://" + word + ".example.net/?a=" + digits(random, 3);
    };
  }

  private static String handle(Random random) {
    String name = one(random, WORDS) + "_" + digits(random, 2);
    return switch (random.nextInt(3)) {
      case 0 -> "@" + name;
      case 1 -> "my insta is " + name;
      default -> "on Twitter: " + name;
    };
  }

  static String outward(Random random) {
    return one(random, AREAS) + (1 + random.nextInt(28));
  }

  /** None that is an ordinal, a measure or a word. */
  static String inward(Random random) {
    String letters = "ABDEFGHJLNPQRSTUWXYZ";
    String two = "";
    while (two.length() < 2 || NO_INWARD.contains(two)) {
      two = "" + letters.charAt(random.nextInt(20)) + letters.charAt(random.nextInt(20));
    }
    return random.nextInt(10) + two;
  }

  static String letter(Random random) {
    return "" + LETTERS.charAt(random.nextInt(LETTERS.length()));
  }

  private static String postcode(Random random) {
    String code = outward(random) + one(random, List.of(" ", "", "  ", "-")) + inward(random);
    return random.nextBoolean() ? code : code.toLowerCase(Locale.ROOT);
  }

  static String capital(String word) {
    return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }

  /** Of a street that is called after one of the invented words. */
  private static String address(Random random) {
    String name = one(random, WORDS);
    String street = capital(name);
    String number = 1 + random.nextInt(300) + one(random, List.of("", "", "a", "B"));
    return switch (random.nextInt(6)) {
      case 0 -> number + ' ' + street + ' ' + one(random, STREETS);
      case 1 -> number + ", " + street + ' ' + one(random, STREETS);
      case 2 -> "Flat " + (1 + random.nextInt(40)) + ", " + number + ' ' + street + " Street";
      case 3 ->
          "i live at "
              + (number + ' ' + name + ' ' + one(random, STREETS)).toLowerCase(Locale.ROOT);
      case 4 -> (number + ' ' + street + " Road").toUpperCase(Locale.ROOT);
      default ->
          number
              + ' '
              + street
              + one(random, List.of(" Hill Road", " Park Avenue", " St", " Rd", " Ave"));
    };
  }

  private static String numeric(Random random) {
    int day = 1 + random.nextInt(28);
    int month = 1 + random.nextInt(12);
    int year = 1925 + random.nextInt(100);
    String mark = one(random, List.of("/", "-", ".", " / "));
    return switch (random.nextInt(3)) {
      case 0 -> "%02d%s%02d%s%d".formatted(day, mark, month, mark, year);
      case 1 -> "%d%s%d%s%02d".formatted(day, mark, month, mark, year % 100);
      default -> "%d-%02d-%02d".formatted(year, month, day);
    };
  }

  static String ordinal(int day) {
    String end = day % 10 == 1 && day != 11 ? "st" : day % 10 == 2 && day != 12 ? "nd" : "th";
    return day + (day % 10 == 3 && day != 13 ? "rd" : end);
  }

  private static String birth(Random random) {
    String month = one(random, MONTHS);
    int year = 1925 + random.nextInt(100);
    return switch (random.nextInt(6)) {
      case 0 -> "born " + numeric(random);
      case 1 -> "DOB " + numeric(random);
      case 2 -> "date of birth: " + ordinal(1 + random.nextInt(28)) + ' ' + month + ' ' + year;
      case 3 -> "I was born in " + month + ' ' + year;
      case 4 -> "my birthday is " + ordinal(1 + random.nextInt(28)) + " of " + month;
      default -> "d.o.b. " + digits(random, 6);
    };
  }

  private static String date(Random random) {
    String month = one(random, MONTHS);
    String brief = month.substring(0, 3);
    int day = 1 + random.nextInt(28);
    int year = 2020 + random.nextInt(7);
    return switch (random.nextInt(7)) {
      case 0 -> numeric(random);
      case 1 -> ordinal(day) + " of " + month + ' ' + year;
      case 2 -> month + ' ' + ordinal(day) + ", " + year;
      case 3 -> day + " " + brief + " " + year;
      case 4 -> "the " + ordinal(day) + ' ' + month;
      case 5 -> month + ' ' + ordinal(day);
      default -> "Tuesday the " + ordinal(day);
    };
  }

  private static String hospitalNumber(Random random) {
    String letter = letter(random);
    return switch (random.nextInt(5)) {
      case 0 -> "hospital number " + letter + digits(random, 6);
      case 1 -> "MRN: " + digits(random, 8);
      case 2 -> "my hosp no is " + digits(random, 7);
      case 3 -> "ref " + letter + letter + "/" + digits(random, 5);
      default -> "number on my band " + digits(random, 8);
    };
  }

  private static String nationalInsurance(Random random) {
    String gap = one(random, List.of("", " "));
    return ""
        + letter(random)
        + letter(random)
        + gap
        + digits(random, 2)
        + gap
        + digits(random, 2)
        + gap
        + digits(random, 2)
        + gap
        + "ABCD".charAt(random.nextInt(4));
  }

  private static String bed(Random random) {
    int number = 1 + random.nextInt(36);
    return switch (random.nextInt(6)) {
      case 0 -> "bed " + number;
      case 1 -> "Bay " + "ABCD".charAt(random.nextInt(4));
      case 2 -> "bed no " + number;
      case 3 -> "side room " + number;
      case 4 -> "BED " + number + "A";
      default -> "bed " + one(random, List.of("one", "six", "eleven", "twenty"));
    };
  }
}
