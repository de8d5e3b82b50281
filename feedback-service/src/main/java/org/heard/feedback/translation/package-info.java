/**
 * What people write for answers in other languages, without identifiers before anybody keeps it.
 */
package org.heard.feedback.translation;
