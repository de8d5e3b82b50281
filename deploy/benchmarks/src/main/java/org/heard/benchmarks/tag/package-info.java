/** Tagging, against the bare common recipe in the same JVM. */
package org.heard.benchmarks.tag;
