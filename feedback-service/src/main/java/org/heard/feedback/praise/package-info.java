/** Names of staff in praise, told to the ward's own leader and noted. */
package org.heard.feedback.praise;
