package org.heard.gateway.upstream;

/** Filters of a list of comments as the client wrote them; null where it wrote none. */
public record CommentQuery(
    String theme,
    String polarity,
    String specificity,
    String rating,
    String question,
    String severity,
    String language,
    String q,
    String bucket,
    String period,
    String cursor,
    String limit) {}
