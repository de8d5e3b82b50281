/** What this service asks of others: analytics-service alone, about holds and alerts. */
package org.heard.feedback.upstream;
