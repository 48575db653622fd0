/**
 * The training register: people by reference, their training and its status, and counts that say nothing
 * about one of them. No SQL here.
 */
package org.answerable.directory.workforce;
