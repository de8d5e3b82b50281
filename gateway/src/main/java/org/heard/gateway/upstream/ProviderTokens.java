package org.heard.gateway.upstream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.netty.handler.codec.CodecException;
import io.vertx.core.VertxException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.ProcessingException;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;

/** Service tokens of the identity provider: OAuth 2.0 client credentials, as client gateway. */
final class ProviderTokens implements ServiceTokens.Source {
  private final TokenEndpoint provider;
  private final String credentials;
  private final Clock clock;

  ProviderTokens(TokenEndpoint provider, String secret, Clock clock) {
    byte[] pair = ("gateway:" + secret).getBytes(StandardCharsets.UTF_8);
    this.provider = provider;
    this.credentials = "Basic " + Base64.getEncoder().encodeToString(pair);
    this.clock = clock;
  }

  /** RFC 6749, 4.4. The address is the client's whole address. */
  @Path("")
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  @Produces(MediaType.APPLICATION_JSON)
  interface TokenEndpoint {
    @POST
    Granted token(
        @HeaderParam(HttpHeaders.AUTHORIZATION) String credentials,
        @FormParam("grant_type") String grantType);
  }

  /** The part of the answer that is used; {@code expiresIn} in seconds. */
  record Granted(
      @JsonProperty("access_token") String accessToken,
      @JsonProperty("expires_in") long expiresIn) {}

  @Override
  public ServiceTokens.Issued issue() throws IOException {
    // Counted from before the request, so that it never lives longer here than it does there.
    Instant asked = clock.instant();
    try {
      Granted granted = provider.token(credentials, "client_credentials");
      return new ServiceTokens.Issued(
          granted.accessToken(), asked.plusSeconds(granted.expiresIn()));
    } catch (WebApplicationException refused) {
      throw new IOException("status " + refused.getResponse().getStatus());
    } catch (ProcessingException | VertxException | CodecException away) {
      // The last two where a connection ends within the answer.
      throw new IOException(away.getClass().getSimpleName());
    }
  }
}
