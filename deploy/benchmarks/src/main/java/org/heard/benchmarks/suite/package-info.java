/** The suite that is measured. */
package org.heard.benchmarks.suite;
