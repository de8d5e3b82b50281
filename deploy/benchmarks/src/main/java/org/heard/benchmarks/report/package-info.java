/** Progress, and the table of figures. */
package org.heard.benchmarks.report;
