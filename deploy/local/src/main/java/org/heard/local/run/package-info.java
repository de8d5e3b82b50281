/** What is known about a running suite, and how to reach it. */
package org.heard.local.run;
