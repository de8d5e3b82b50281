package org.heard.gateway.upstream;

/** Filters of a list of actions as the client wrote them; null where it wrote none. */
public record ActionQuery(
    String overdue, String unmeasured, String status, String cursor, String limit) {}
