/** Tags comments with evidence and counts them. One package a stage of the flow; see README.md. */
package org.heard.analytics;
