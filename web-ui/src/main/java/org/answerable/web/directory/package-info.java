/** Pages of the service directory. Rules live in the directory module. */
package org.answerable.web.directory;
