package org.heard.gateway.upstream;

/** Filters of a list of comments as the client wrote them; null where it wrote none. */
public record CommentQuery(
    String theme,
    String polarity,
    String rating,
    String q,
    String bucket,
    String period,
    String cursor,
    String limit) {}
