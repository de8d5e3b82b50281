package org.heard.analytics.problem;

import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * An RFC 9457 problem document.
 *
 * @param type stable URN, {@code urn:heard:problem:} and the code in lower case with dashes
 * @param title short sentence, the same for every occurrence of the code
 * @param status HTTP status
 * @param code stable code for programs
 * @param detail what was wrong this time; never repeats what was sent
 */
@Schema(name = "Problem", description = "RFC 9457 problem document")
public record Problem(
    @Schema(examples = "urn:heard:problem:unknown-ward") String type,
    String title,
    int status,
    ErrorCode code,
    String detail) {

  /** The media type of problem documents. */
  public static final String MEDIA_TYPE = "application/problem+json";

  /** A problem of this kind; {@code detail} is shown to the caller. */
  public static Problem of(ErrorCode code, String detail) {
    return new Problem(
        "urn:heard:problem:" + code.name().toLowerCase(Locale.ROOT).replace('_', '-'),
        code.title(),
        code.status(),
        code,
        detail);
  }
}
