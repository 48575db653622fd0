/** The components of src/main/jte/govuk, held against what govuk-frontend publishes. No page here. */
package org.answerable.web.govuk;
