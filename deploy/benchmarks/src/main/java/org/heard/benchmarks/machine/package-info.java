/** What it is measured on, and what that was busy with. */
package org.heard.benchmarks.machine;
