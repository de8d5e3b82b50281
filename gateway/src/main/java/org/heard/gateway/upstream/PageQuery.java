package org.heard.gateway.upstream;

/** Which page of which periods, as the client wrote it; null where it wrote nothing. */
public record PageQuery(String bucket, String period, String cursor, String limit) {}
