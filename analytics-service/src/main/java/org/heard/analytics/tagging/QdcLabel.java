package org.heard.analytics.tagging;

/**
 * A label of the public QDC framework, version 6.
 *
 * @param label the column name as in the public file, its spelling included
 * @param confidence 0 to 1, as for {@link Tag}
 */
public record QdcLabel(String label, double confidence) {}
