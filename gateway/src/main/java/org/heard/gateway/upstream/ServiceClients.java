package org.heard.gateway.upstream;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import jakarta.inject.Singleton;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.resteasy.reactive.client.api.QuarkusRestClientProperties;

/** HTTP clients of the services behind the gateway; every request carries the gateway's token. */
@Singleton
class ServiceClients {
  private final UpstreamSettings settings;
  private final ServiceTokens tokens;

  ServiceClients(UpstreamSettings settings, ServiceIdentitySettings identity) {
    this.settings = settings;
    this.tokens =
        new ServiceTokens(
            source(identity),
            identity.serviceTokenRenewal(),
            settings.retryAfter(),
            Clock.systemUTC());
  }

  /** What runs the calls of these clients. */
  UpstreamCall calls() {
    return new UpstreamCall(settings.retryAfter(), tokens);
  }

  <T> T client(Class<T> api, URI address) {
    return client(api, address, settings.readTimeout());
  }

  /** One that waits for so long for an answer. */
  <T> T client(Class<T> api, URI address, Duration readTimeout) {
    // A filter may run where nothing may block: the call has renewed the token before.
    ClientRequestFilter identify =
        request ->
            request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "Bearer " + tokens.held());
    return builder(address, readTimeout)
        .property(QuarkusRestClientProperties.CONNECTION_POOL_SIZE, settings.maxConnections())
        .register(identify)
        .build(api);
  }

  private QuarkusRestClientBuilder builder(URI address, Duration readTimeout) {
    return QuarkusRestClientBuilder.newBuilder()
        .baseUri(address)
        .connectTimeout(settings.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
        .readTimeout(readTimeout.toMillis(), TimeUnit.MILLISECONDS)
        .followRedirects(false);
  }

  private ServiceTokens.Source source(ServiceIdentitySettings identity) {
    if (identity.serviceKey().isPresent() == identity.tokenUrl().isPresent()
        || identity.tokenUrl().isPresent() != identity.clientSecretFile().isPresent()) {
      throw new IllegalStateException(
          "set heard.identity.service-key,"
              + " or heard.identity.token-url and heard.identity.client-secret-file");
    }
    return identity
        .tokenUrl()
        .map(address -> provider(address, identity))
        .orElseGet(
            () ->
                new SignedTokens(
                    ServiceKey.read(identity.serviceKey().orElseThrow()),
                    identity.serviceTokenLifetime(),
                    identity.serviceTokenRenewal(),
                    Clock.systemUTC()));
  }

  private ServiceTokens.Source provider(URI address, ServiceIdentitySettings identity) {
    return new ProviderTokens(
        builder(address, identity.tokenTimeout()).build(ProviderTokens.TokenEndpoint.class),
        secret(identity.clientSecretFile().orElseThrow()),
        Clock.systemUTC());
  }

  private static String secret(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new IllegalStateException(
          "heard.identity.client-secret-file: " + file + " is not readable");
    }
  }
}
