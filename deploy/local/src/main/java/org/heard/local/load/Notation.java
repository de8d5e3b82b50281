package org.heard.local.load;

/**
 * How a file is written. The batch door judges both; what is null it takes as its own default.
 *
 * @param dateFormat of its times, such as {@code dd/MM/yyyy}; null for ISO 8601
 * @param separator of the cells of a CSV file; null for the comma
 */
record Notation(String dateFormat, String separator) {
  static final Notation USUAL = new Notation(null, null);
}
