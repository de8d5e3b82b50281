/** Alerts, which a lane of people handles; so far only what one is. */
package org.heard.analytics.alert;
