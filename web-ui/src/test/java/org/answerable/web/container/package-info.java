/**
 * Tests inside the server: one class for each domain module, for what only the container can show
 * (its transactions, pool, events and wiring). What a plain test can hold is not here.
 */
package org.answerable.web.container;
