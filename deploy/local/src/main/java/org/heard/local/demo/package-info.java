/** A year of invented feedback, written from a seed and sent through the batch door. */
package org.heard.local.demo;
