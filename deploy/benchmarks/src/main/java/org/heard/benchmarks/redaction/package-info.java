/** Redaction and sealing, each against a bare limit in the same JVM. */
package org.heard.benchmarks.redaction;
