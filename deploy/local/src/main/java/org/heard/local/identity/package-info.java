/** The identity of a suite without an identity provider: local keys, and tokens signed by them. */
package org.heard.local.identity;
