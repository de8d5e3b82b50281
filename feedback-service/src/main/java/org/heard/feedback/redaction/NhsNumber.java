package org.heard.feedback.redaction;

/** The NHS number: ten digits, the last a check digit. */
final class NhsNumber {
  private NhsNumber() {}

  /**
   * Whether ten digits are a valid NHS number: weights 10 to 2 on the first nine; 11 minus the sum
   * modulo 11 is the tenth, where 11 counts as 0 and 10 is never valid (NHS Data Dictionary, NHS
   * NUMBER).
   */
  static boolean isValid(String digits) {
    if (digits.length() != 10) {
      return false;
    }
    int sum = 0;
    for (int i = 0; i < 9; i++) {
      sum += (10 - i) * (digits.charAt(i) - '0');
    }
    int check = (11 - sum % 11) % 11;
    return check != 10 && check == digits.charAt(9) - '0';
  }
}
