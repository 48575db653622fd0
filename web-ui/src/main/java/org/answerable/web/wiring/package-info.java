/**
 * What joins the modules and the server: the data source, migrations, health, the implementations
 * of the modules' ports and the demonstration data. No pages here.
 */
package org.answerable.web.wiring;
