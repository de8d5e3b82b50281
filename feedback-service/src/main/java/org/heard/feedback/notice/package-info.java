/**
 * What people are told before they answer: who is responsible, what becomes of their words, and
 * where help is.
 */
package org.heard.feedback.notice;
