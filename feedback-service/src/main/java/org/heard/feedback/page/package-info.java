/** The pages that patients and staff see: templates, what they show, and how they are answered. */
package org.heard.feedback.page;
