/** Files, record by record: CSV and lines of JSON, bounded and strict. */
package org.heard.feedback.records;
