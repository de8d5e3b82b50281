package org.heard.feedback.device;

import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A code for one kiosk to get its key by.
 *
 * @param address the kiosk page with the code behind the hash sign, where no server logs it
 * @param qr the address as a QR code, an SVG image
 */
@Schema(name = "PairingCode")
record PairingView(
    @Schema(examples = "7QK2M-0ZD9X") String code, Instant expiresAt, URI address, String qr) {}
