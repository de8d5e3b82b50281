/** Files of comments through the batch door: mapped, given ids, resumable. */
package org.heard.local.load;
