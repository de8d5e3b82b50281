/** Starting the whole suite, keeping it running, stopping it in order. */
package org.heard.local.suite;
