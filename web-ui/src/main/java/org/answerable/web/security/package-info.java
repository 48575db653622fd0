/**
 * Who is asking: local accounts, sign-in sessions, API tokens, request forgery protection and the
 * response headers. Knows no page of a module; the modules' own rules of access live with them.
 */
package org.answerable.web.security;
