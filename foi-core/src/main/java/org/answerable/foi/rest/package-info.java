/**
 * The JSON resources of the HTTP contract: reading requests and writing answers. No rule and no SQL
 * here.
 */
package org.answerable.foi.rest;
