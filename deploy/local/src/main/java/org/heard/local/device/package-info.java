/** Registering kiosks and importers with the running suite. */
package org.heard.local.device;
