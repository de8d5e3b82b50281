package org.heard.local.demo;

/**
 * What a phrase is about.
 *
 * @param name theme and polarity in the words of the taxonomy: {@code responsive-help absent}
 * @param weight how often it comes up among the topics of its kind
 */
record Topic(String name, double weight) {

  /** Whether somebody says so to praise. */
  boolean praises() {
    return name.endsWith(" present") || name.endsWith(" positive");
  }

  /** Whether the other topic is this one, or the same theme seen from the other side. */
  boolean sharesThemeWith(String other) {
    return other.startsWith(name.substring(0, name.indexOf(' ') + 1));
  }
}
