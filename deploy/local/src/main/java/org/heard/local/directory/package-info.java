/** The invented hospital of the local suite. */
package org.heard.local.directory;
