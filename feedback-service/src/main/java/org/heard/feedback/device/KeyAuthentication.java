package org.heard.feedback.device;

import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.IdentityProviderManager;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.request.AuthenticationRequest;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.quarkus.vertx.http.runtime.security.ChallengeData;
import io.quarkus.vertx.http.runtime.security.HttpAuthenticationMechanism;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.heard.feedback.access.Bearer;
import org.heard.feedback.problem.ProblemException;

/**
 * Knows senders by their keys. A bearer value with a key's prefix is a key and nothing else; any
 * other is left to the verification of tokens. Only here does a {@code Uni} appear: the extension
 * point asks for one.
 */
@ApplicationScoped
@Priority(2000)
class KeyAuthentication implements HttpAuthenticationMechanism {
  private final KeyExchange keys;
  private final RememberedKeys remembered;

  KeyAuthentication(KeyExchange keys, RememberedKeys remembered) {
    this.keys = keys;
    this.remembered = remembered;
  }

  @Override
  public Uni<SecurityIdentity> authenticate(
      RoutingContext request, IdentityProviderManager identities) {
    String key = Bearer.of(request.request());
    if (key == null || !DeviceKey.looksLikeKey(key)) {
      return Uni.createFrom().nullItem();
    }
    Sender known = remembered.find(key);
    if (known != null) {
      return Uni.createFrom().item(identity(known));
    }
    return Uni.createFrom()
        .completionStage(
            request
                .vertx()
                .<SecurityIdentity>executeBlocking(() -> identify(key), false)
                .toCompletionStage());
  }

  private SecurityIdentity identify(String key) {
    try {
      return identity(keys.identify(key));
    } catch (ProblemException refused) {
      throw new AuthenticationFailedException(refused);
    }
  }

  private static SecurityIdentity identity(Sender sender) {
    return QuarkusSecurityIdentity.builder().setPrincipal(sender).addRole(Sender.ROLE).build();
  }

  @Override
  public Uni<ChallengeData> getChallenge(RoutingContext request) {
    return Uni.createFrom().nullItem();
  }

  @Override
  public Set<Class<? extends AuthenticationRequest>> getCredentialTypes() {
    return Set.of();
  }
}
