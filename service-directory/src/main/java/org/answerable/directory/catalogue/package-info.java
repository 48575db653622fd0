/** The catalogue: records found and shown, changed by editors and those who offer the services. */
package org.answerable.directory.catalogue;
