package org.heard.feedback.device;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/**
 * Where a kiosk stands. The first is from 1970 on: whatever its clock says, it stood somewhere.
 *
 * @param since from this moment on, until the next assignment
 */
@Embeddable
public record Assignment(@Column(name = "ward_id") String wardId, Instant since) {}
