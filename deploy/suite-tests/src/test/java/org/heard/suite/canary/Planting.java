package org.heard.suite.canary;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What patients say in one run, other words in each. */
final class Planting {
  private final Random random = new Random();

  /** Nurse and patient in the answers. */
  final Secret staff = new Secret("a name of staff", name());

  /** Another one, in praise alone: who leads the ward is told it, and it stands nowhere even so. */
  final Secret told = new Secret("a name that a leader is told", name());

  final Secret person = new Secret("a name of somebody else", name());
  final Secret phone = new Secret("a phone number", "07700 900" + digits(3));
  final Secret email =
      new Secret("an email address", name().toLowerCase(java.util.Locale.ROOT) + "@example.org");
  final Secret nhsNumber = new Secret("an NHS number", nhsNumber());

  /** Of somebody who wants to be called back. */
  final Secret contactName = new Secret("a contact's name", name());

  final Secret contactPhone = new Secret("a contact's number", "07700 901" + digits(3));
  final Secret contactEmail =
      new Secret("a contact's address", name().toLowerCase(java.util.Locale.ROOT) + "@example.net");

  /** In what is not taken in at all. */
  final Secret refused = new Secret("what was refused", name());

  /** Typed where one searches. */
  final Secret sought = new Secret("what was searched for", name());

  List<Secret> all() {
    return List.of(
        staff,
        told,
        person,
        phone,
        email,
        nhsNumber,
        contactName,
        contactPhone,
        contactEmail,
        refused,
        sought);
  }

  /** Praise of the nurse, and everything else that says who somebody is. */
  String answer() {
    return "Nurse %s was lovely. Ask for Mrs %s, ring %s, write to %s, my NHS number is %s."
        .formatted(staff.text(), person.text(), phone.text(), email.text(), nhsNumber.text());
  }

  /** Praise and nothing else. */
  String praise() {
    return "Nurse %s was lovely.".formatted(told.text());
  }

  String contact() {
    return """
        {"name": "%s", "phone": "%s", "email": "%s"}"""
        .formatted(contactName.text(), contactPhone.text(), contactEmail.text());
  }

  /** No word of any language, so that it stands nowhere by chance; its end is no English suffix. */
  private String name() {
    return "Zq"
        + random
            .ints(10, 'a', 'z' + 1)
            .mapToObj(letter -> String.valueOf((char) letter))
            .collect(Collectors.joining())
        + "zk";
  }

  private String digits(int count) {
    return random.ints(count, 0, 10).mapToObj(Integer::toString).collect(Collectors.joining());
  }

  /** Of the range that is nobody's, with the check digit of modulus 11. */
  private String nhsNumber() {
    while (true) {
      String first = "999" + digits(6);
      int sum = IntStream.range(0, 9).map(i -> (10 - i) * (first.charAt(i) - '0')).sum();
      int check = (11 - sum % 11) % 11;
      if (check < 10) {
        String all = first + check;
        return all.substring(0, 3) + " " + all.substring(3, 6) + " " + all.substring(6);
      }
    }
  }
}
