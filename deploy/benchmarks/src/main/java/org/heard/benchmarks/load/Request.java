package org.heard.benchmarks.load;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.RequestOptions;
import java.util.concurrent.atomic.AtomicLong;

/**
 * One request to be made.
 *
 * @param options method, path and headers; shared by requests that are alike
 * @param body may be empty
 * @param acknowledged counts the requests like this that were answered 2xx
 */
public record Request(RequestOptions options, Buffer body, AtomicLong acknowledged) {}
