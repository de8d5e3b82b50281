/** Files of comments through the batch door, patiently. */
package org.heard.local.load;
