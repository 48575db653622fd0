/** Areas as look-ups have them: names, what lies in what, postcodes. Loads nothing. */
package org.answerable.cohort.area;
