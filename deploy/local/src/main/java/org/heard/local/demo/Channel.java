package org.heard.local.demo;

/**
 * A way feedback comes in: its modes of collection, which questions it asks, and how much people
 * write on it.
 */
enum Channel {
  KIOSK("electronic-discharge", "electronic-discharge", 0, 0.47, 0.42, 0.33),
  PHONE("electronic-discharge", "electronic-home", 0.4, 0.6, 0.5, 0.27),
  WEB("online", "online", 0.4, 0.7, 0.6, 0.22),
  PAPER("paper-discharge", "paper-home", 0, 0.85, 0.7, 0.27),
  SMS("sms", "sms", 1, 0, 0, 0.27),
  TELEPHONE("telephone", "telephone", 1, 0, 0, 0.15);

  private static final double SECOND_MODE = 0.35;

  private final String mode;
  private final String secondMode;
  private final double asksWhy;
  private final double good;
  private final double improve;
  private final double fewWords;

  /**
   * @param secondMode of about a third of what comes this way
   * @param asksWhy share of forms with the one question why
   * @param good share of the others where what was good is answered
   * @param improve likewise for what could be better
   * @param fewWords share of answers of three words or so
   */
  Channel(
      String mode,
      String secondMode,
      double asksWhy,
      double good,
      double improve,
      double fewWords) {
    this.mode = mode;
    this.secondMode = secondMode;
    this.asksWhy = asksWhy;
    this.good = good;
    this.improve = improve;
    this.fewWords = fewWords;
  }

  /** The mode of collection; emergency departments have no electronic home surveys. */
  String mode(DemoWard ward, Dice dice) {
    String chosen = dice.chance(SECOND_MODE) ? secondMode : mode;
    return ward.is("emergency") && chosen.equals("electronic-home") ? "online" : chosen;
  }

  boolean asksWhy(Dice dice) {
    return dice.chance(asksWhy);
  }

  double good() {
    return good;
  }

  double improve() {
    return improve;
  }

  double fewWords() {
    return fewWords;
  }
}
