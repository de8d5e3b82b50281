/** Measures the suite against named limits, both in the same run. */
package org.heard.benchmarks;
