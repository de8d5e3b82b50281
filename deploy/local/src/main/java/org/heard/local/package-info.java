/** The commands for a whole suite on one machine: up, token, device and load. */
package org.heard.local;
