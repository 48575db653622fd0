/** The disclosure log: public copies of answers. It knows nothing of cases and never reads them. */
package org.answerable.foi.publication;
