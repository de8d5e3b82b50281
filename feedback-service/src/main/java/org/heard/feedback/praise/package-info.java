/** Names of staff in praise, told to the ward's own leader and noted; the record of it. */
package org.heard.feedback.praise;
