/**
 * Finding earlier answers that are like a request, and saying why. It reads public copies and, of
 * cases, no more than who may see it is shown.
 */
package org.answerable.foi.similarity;
