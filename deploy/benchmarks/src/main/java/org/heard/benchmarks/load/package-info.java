/** The load generator. */
package org.heard.benchmarks.load;
