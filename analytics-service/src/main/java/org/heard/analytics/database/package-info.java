/** How statements on the service's database are kept together. */
package org.heard.analytics.database;
