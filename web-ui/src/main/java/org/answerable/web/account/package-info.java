/** The pages of an account: sign-in, sign-out, API tokens. */
package org.answerable.web.account;
