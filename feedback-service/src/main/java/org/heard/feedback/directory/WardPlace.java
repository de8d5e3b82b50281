package org.heard.feedback.directory;

import java.time.ZoneId;

/**
 * A ward as people know it.
 *
 * @param name what it is called now
 * @param site what its hospital is called
 * @param formCode the code that leads to its form now
 * @param zone in which its days are counted
 */
public record WardPlace(Ward ward, String name, String site, String formCode, ZoneId zone) {}
