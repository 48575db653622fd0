/**
 * The service directory: the API of the module. Organisations, services and where they are offered,
 * as interfaces and value records. No persistence here.
 */
package org.answerable.directory;
