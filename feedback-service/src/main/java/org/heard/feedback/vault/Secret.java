package org.heard.feedback.vault;

import java.util.UUID;

/**
 * Something of a submission that is kept sealed.
 *
 * @param plain what it says
 */
public record Secret(UUID submissionId, Purpose purpose, byte[] plain) {}
