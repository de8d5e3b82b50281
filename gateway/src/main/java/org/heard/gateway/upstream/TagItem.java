package org.heard.gateway.upstream;

/** A comment to be tagged; {@code question} is good, improve, why or null. */
public record TagItem(String id, String question, String text) {}
