/** Pages for the public: home, disclosure log, accessibility statement, privacy. No sign-in. */
package org.answerable.web.open;
