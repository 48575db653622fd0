/**
 * What every page is made of: layout, forms and their errors, templates, assets, error pages. Knows
 * no module.
 */
package org.answerable.web.page;
