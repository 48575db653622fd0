/**
 * Cases and what is done to them: the entities with their rules, and one class for each use case.
 * No SQL, no HTTP.
 */
package org.answerable.foi.casework;
