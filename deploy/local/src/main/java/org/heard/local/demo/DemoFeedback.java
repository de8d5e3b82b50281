package org.heard.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDateTime;
import java.util.Set;

/**
 * One submission of the demo year.
 *
 * @param wardId its ward
 * @param writtenAt the hospitals' own time
 * @param topics what it was written about, in the words of {@link Topic#name()}
 * @param submission as the batch door takes it, without its id
 */
record DemoFeedback(
    String wardId, LocalDateTime writtenAt, Set<String> topics, ObjectNode submission) {}
