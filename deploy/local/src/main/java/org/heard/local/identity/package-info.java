/** Whom the services believe: Keycloak's users, or local keys and tokens signed by them. */
package org.heard.local.identity;
