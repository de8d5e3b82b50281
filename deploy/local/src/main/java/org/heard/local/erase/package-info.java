/** Taking words back in the running suite. */
package org.heard.local.erase;
