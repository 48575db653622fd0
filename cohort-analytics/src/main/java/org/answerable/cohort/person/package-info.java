/**
 * Person-level extracts: children and their registrations, contacts. Pseudonyms are hashed and
 * dates of birth cut to months here, at the door; nothing beyond holds either.
 */
package org.answerable.cohort.person;
