/**
 * Real PostgreSQL and a real Kafka broker as child processes, for tests and for a laptop.
 *
 * <p>Both keep the durability settings of production, listen on the loopback address only and are
 * gone when their parent is gone, however it went.
 */
package org.heard.embedded;
