/** Pages for FOI officers, contributors and approvers. Rules live in the FOI module, not here. */
package org.answerable.web.foi;
