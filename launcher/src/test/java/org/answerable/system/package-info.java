/** The whole product, started as a user starts it, over HTTP and in a browser. */
package org.answerable.system;
