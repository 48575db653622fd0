/** Areas and postcodes: reading their files, finding a place by its postcode. No SQL here. */
package org.answerable.directory.geography;
