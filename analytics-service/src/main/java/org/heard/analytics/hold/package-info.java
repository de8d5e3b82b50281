/** What may not be destroyed yet: open alerts, with a copy for their lane, and legal holds. */
package org.heard.analytics.hold;
