/** Batches of submissions, against a bare COPY of the same rows. */
package org.heard.benchmarks.batch;
