/** Files of comments to the import door, patiently. */
package org.heard.local.load;
