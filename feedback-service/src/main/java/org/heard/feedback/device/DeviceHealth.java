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
        @Schema(description = "When its key last came, to about a minute")
        Instant lastSeenAt,
    @Column(name = "reported_at") @Schema(nullable = true, description = "When it said the rest")
        Instant reportedAt,
    @Column(name = "clock_skew_millis")
        @Schema(nullable = true, description = "Its clock minus ours; positive: ahead")
        Long clockSkewMillis,
    @Column(name = "queue_length") @Schema(nullable = true) Long queueLength) {}
