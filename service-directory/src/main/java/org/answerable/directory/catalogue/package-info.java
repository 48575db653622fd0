/** The catalogue of services: what may be in it, and the use cases that change it. No SQL here. */
package org.answerable.directory.catalogue;
