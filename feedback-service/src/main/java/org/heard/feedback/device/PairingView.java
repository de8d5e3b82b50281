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
    @Schema(
            pattern = "^[0-9A-HJKMNP-TV-Z]{5}-[0-9A-HJKMNP-TV-Z]{5}$",
            description = "To be typed; case, the hyphen and look-alike letters do not matter",
            examples = "7QK2M-0ZD9X")
        String code,
    @Schema(description = "Until then it is good, once", examples = "2026-10-05T08:25:31.204518Z")
        Instant expiresAt,
    @Schema(
            format = "uri",
            description =
                "The kiosk page with the code behind the hash sign, where no server logs it",
            examples = "https://feedback.example/kiosk#pair=7QK2M-0ZD9X")
        URI address,
    @Schema(
            contentMediaType = "image/svg+xml",
            description = "The address as a QR code, an SVG image",
            examples = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 37 37\">…</svg>")
        String qr) {}
