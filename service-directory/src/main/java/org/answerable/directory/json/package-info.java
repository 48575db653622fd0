/** JSON by the server's library, which is looked up once. */
package org.answerable.directory.json;
