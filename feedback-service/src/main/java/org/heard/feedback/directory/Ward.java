package org.heard.feedback.directory;

/** A ward and the units above it, as other packages need it. */
public record Ward(String id, String siteId, String organisationId) {}
