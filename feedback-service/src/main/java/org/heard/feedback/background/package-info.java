/** Work that nobody asks for: done in passes, and seen to get on. */
package org.heard.feedback.background;
