/** The web application: what every page shares. Pages live in a sub-package for each module. */
package org.answerable.web;
