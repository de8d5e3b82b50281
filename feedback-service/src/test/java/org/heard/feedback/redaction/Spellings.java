package org.heard.feedback.redaction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways of writing in {@code spellings.txt}, with invented numbers put into them. */
final class Spellings {
  private static final Map<Invented, List<String>> FORMS = load();
  private static final Pattern PART = Pattern.compile("\\{([^}]+)}");
  private static final List<String> LEADS =
      List.of(
          "dob",
          "DOB:",
          "d.o.b",
          "D.O.B.:",
          "DoB -",
          "D O B",
          "d/o/b",
          "born",
          "born on",
          "I was born on the",
          "date of birth",
          "Date of Birth -",
          "my date of birth is",
          "birthdate:",
          "birthday",
          "my birthday is on");
  private static final List<String> WEEKDAYS =
      List.of("Monday", "tuesday", "Wed", "Thurs", "fri", "Saturday", "Sun");
  private static final List<String> FEW = List.of("one", "two", "six", "nine", "eleven", "twenty");

  /** Whose capital tells that it is one: months that are verbs, letters of bays. */
  private static final Pattern CAPITAL_TELLS = Pattern.compile("(?i)\\bbay|mar|may");

  /** A date without a year that reads as a score, which is left alone wherever it stands. */
  private static final Pattern SCORE = Pattern.compile("(?<![0-9/])10/10(?![0-9/])");

  private Spellings() {}

  /** A kind in one of its spellings, a quarter of them typed without capitals. */
  static String of(Invented kind, String tenDigits, Random random) {
    String form = Invented.one(random, FORMS.get(kind));
    String written = filled(form, tenDigits, random);
    while (SCORE.matcher(written).find()) {
      written = filled(form, tenDigits, random);
    }
    boolean lower = random.nextInt(4) == 0 && !CAPITAL_TELLS.matcher(written).find();
    return lower ? written.toLowerCase(Locale.ROOT) : written;
  }

  private static String filled(String form, String tenDigits, Random random) {
    Matcher parts = PART.matcher(form);
    String mobile = "07700900" + Invented.digits(random, 3);
    String home = "01632960" + Invented.digits(random, 3);
    String filled =
        parts.replaceAll(
            part -> Matcher.quoteReplacement(value(part, tenDigits, mobile, home, random)));
    return filled.replace('~', '\n');
  }

  private static String value(
      MatchResult part, String ten, String mobile, String home, Random random) {
    String name = part.group(1);
    if (name.matches("[abcn]|n5|n9|ah")) {
      return ofTen(name, ten);
    }
    if (name.startsWith("m")) {
      return ofMobile(name, mobile);
    }
    return name.startsWith("h") ? ofHome(name, home) : named(name, ten, random);
  }

  private static String ofTen(String name, String ten) {
    return switch (name) {
      case "a" -> ten.substring(0, 3);
      case "b" -> ten.substring(3, 6);
      case "c" -> ten.substring(6);
      case "n5" -> ten.substring(0, 5);
      case "n9" -> ten.substring(0, 9);
      case "n" -> ten;
      default -> "ABCDEFGH".substring(ten.charAt(9) % 8, ten.charAt(9) % 8 + 1);
    };
  }

  private static String ofMobile(String name, String mobile) {
    return switch (name) {
      case "m5" -> mobile.substring(0, 5);
      case "m6" -> mobile.substring(5);
      case "m3" -> mobile.substring(5, 8);
      case "m3b" -> mobile.substring(8);
      case "m4" -> mobile.substring(0, 4);
      case "m7" -> mobile.substring(4);
      case "m3c" -> mobile.substring(4, 7);
      case "m4b" -> mobile.substring(7);
      case "m4x" -> mobile.substring(1, 5);
      default -> String.join(" ", mobile.split(""));
    };
  }

  private static String ofHome(String name, String home) {
    return switch (name) {
      case "h5" -> home.substring(0, 5);
      case "h6" -> home.substring(5);
      case "h3" -> home.substring(5, 8);
      default -> home.substring(8);
    };
  }

  private static String named(String name, String ten, Random random) {
    int day = 1 + random.nextInt(28);
    int month = 1 + random.nextInt(12);
    int year = 1925 + random.nextInt(100);
    return switch (name) {
      case "n5b" -> ten.substring(5);
      case "pairs" -> ten.replaceAll("(?<=\\G..)(?=.)", " ");
      case "boxed" -> String.join(" ", ten.split(""));
      case "dashed" -> String.join("-", ten.split(""));
      case "#" -> "" + random.nextInt(10);
      case "L" -> Invented.letter(random);
      case "abcd" -> "" + "ABCD".charAt(random.nextInt(4));
      case "w" -> Invented.one(random, Invented.WORDS);
      case "W" -> Invented.capital(Invented.one(random, Invented.WORDS));
      case "nr" -> "" + (1 + random.nextInt(300));
      case "lead" -> Invented.one(random, LEADS);
      case "weekday" -> Invented.one(random, WEEKDAYS);
      case "few" -> Invented.one(random, FEW);
      case "bed" -> "" + (1 + random.nextInt(36));
      case "DD" -> "%02d".formatted(day);
      case "D" -> "" + day;
      case "MM" -> "%02d".formatted(month);
      case "M" -> "" + month;
      case "YYYY" -> "" + year;
      case "YY" -> "%02d".formatted(year % 100);
      case "ord" -> Invented.ordinal(day);
      case "ordM" -> Invented.ordinal(month);
      case "Month" -> Invented.MONTHS.get(month - 1);
      case "Mon" -> Invented.MONTHS.get(month - 1).substring(0, 3);
      default -> ofPostcode(name, random);
    };
  }

  private static String ofPostcode(String name, Random random) {
    String two = Invented.inward(random).substring(1);
    return switch (name) {
      case "out" -> Invented.outward(random);
      case "outl" -> Invented.one(random, List.of("SW1A", "EC2M", "W1A", "E1W", "WC1H"));
      case "area" -> Invented.one(random, Invented.AREAS);
      case "district" -> "" + (1 + random.nextInt(28));
      case "in" -> random.nextInt(10) + two;
      case "in1" -> "" + random.nextInt(10);
      case "in2" -> two;
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static Map<Invented, List<String>> load() {
    Map<Invented, List<String>> forms = new EnumMap<>(Invented.class);
    try (InputStream in = Spellings.class.getResourceAsStream("/redaction/spellings.txt");
        BufferedReader reader =
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      Invented kind = null;
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        if (line.matches("\\[[A-Z_]+]")) {
          kind = Invented.valueOf(line.substring(1, line.length() - 1));
        } else if (kind != null && !line.isBlank()) {
          forms.computeIfAbsent(kind, first -> new ArrayList<>()).add(line);
        }
      }
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
    return forms;
  }
}
