package org.heard.gateway.predict;

import io.quarkus.runtime.Startup;
import io.quarkus.security.UnauthorizedException;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.heard.gateway.problem.ErrorCode;
import org.heard.gateway.problem.ProblemException;

/** The one key of the drop-in; only its hash is known here. */
@Singleton
@Startup
class ApiKey {
  private static final String SCHEME = "Bearer ";

  private final boolean enabled;
  private final byte[] hash;

  ApiKey(PredictSettings settings) {
    enabled = settings.enabled();
    String written = settings.keySha256().orElse("");
    if (enabled && !written.matches("[0-9a-fA-F]{64}")) {
      throw new IllegalStateException(
          "heard.predict.key-sha256 must be 64 hexadecimal digits where heard.predict.enabled");
    }
    hash = enabled ? HexFormat.of().parseHex(written) : new byte[0];
  }

  /** Lets a request with the key pass; where the drop-in is off there is nothing at its address. */
  void require(String authorization) {
    if (!enabled) {
      throw new ProblemException(ErrorCode.NOT_FOUND, "There is nothing at this address.");
    }
    boolean bearer = authorization != null && authorization.startsWith(SCHEME);
    String key = bearer ? authorization.substring(SCHEME.length()) : "";
    if (!MessageDigest.isEqual(hash, sha256(key))) {
      throw new UnauthorizedException();
    }
  }

  private static byte[] sha256(String key) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
