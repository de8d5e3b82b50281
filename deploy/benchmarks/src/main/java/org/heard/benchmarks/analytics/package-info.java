/** What analytics-service applies, keeps and reads. */
package org.heard.benchmarks.analytics;
