package org.heard.feedback.device;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a device does; all but the first is what it said of itself. */
@Embeddable
@Schema(name = "DeviceHealth")
record DeviceHealth(
    @Column(name = "last_seen_at")
        @Schema(
            description = "When its key last came, to about a minute",
            examples = "2026-10-05T08:15:31.204518Z")
        Instant lastSeenAt,
    @Column(name = "reported_at")
        @Schema(
            nullable = true,
            description = "When it said the rest; null if it never did",
            examples = "2026-10-05T08:15:31.204518Z")
        Instant reportedAt,
    @Column(name = "clock_skew_millis")
        @Schema(
            nullable = true,
            description = "Its clock minus ours, in milliseconds; positive: ahead",
            examples = "-250")
        Long clockSkewMillis,
    @Column(name = "queue_length")
        @Schema(
            nullable = true,
            minimum = "0",
            description = "Submissions that waited on it",
            examples = "3")
        Long queueLength) {}
