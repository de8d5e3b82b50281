package org.heard.analytics.directory;

import java.time.ZoneId;

/**
 * One organisation.
 *
 * @param zone in which its days begin and end
 */
public record Organisation(String id, ZoneId zone) {}
