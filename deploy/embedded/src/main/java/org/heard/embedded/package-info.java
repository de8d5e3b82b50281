/**
 * Real PostgreSQL, a real Kafka broker and a real Keycloak as child processes, for tests and for a
 * laptop.
 *
 * <p>The first two keep the durability settings of production; all listen on the loopback address
 * only and are gone when their parent is gone, however it went.
 */
package org.heard.embedded;
