package org.heard.local.demo;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The character of a ward, an entry of {@code wards.json}.
 *
 * @param kinds which phrases fit it
 * @param aYear submissions a year, before what the calendar does to them
 * @param positive share of ratings 1 and 2
 * @param age the profile of its patients' ages
 * @param channels how feedback reaches it, in any unit
 * @param staff first names that people mention
 * @param often topics that come up more often here than elsewhere, or less
 */
record DemoWard(
    String id,
    Set<String> kinds,
    int aYear,
    double positive,
    String age,
    Map<String, Double> channels,
    List<String> staff,
    Map<String, Double> often) {

  boolean is(String kind) {
    return kinds.contains(kind);
  }
}
