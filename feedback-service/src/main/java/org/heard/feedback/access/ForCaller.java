package org.heard.feedback.access;

import jakarta.ws.rs.NameBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The operation is for a person with one of these roles, who asks with a token of the own or
 * through a service that sends it along. Goes with {@code @RolesAllowed} of these roles and {@code
 * service}; with {@code service} alone it is for who asks through one.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD})
public @interface ForCaller {
  /** Roles that may ask; at least one. */
  String[] value();

  /** The one service that may ask; every service that has business here if it is not named. */
  String service() default "";
}
