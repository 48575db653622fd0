/**
 * Mail as it is written for a mail server and read from one: Jakarta Mail and MIME. It knows no case
 * and keeps nothing.
 */
package org.answerable.foi.mail;
