/** Taking feedback in, against bare commits on the same server. */
package org.heard.benchmarks.intake;
