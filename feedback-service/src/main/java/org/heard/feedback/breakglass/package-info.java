/**
 * Words as they were written, opened for those who handle an alert: for a reason and under the eyes
 * of somebody else.
 */
package org.heard.feedback.breakglass;
