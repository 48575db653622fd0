package org.answerable.foi;

import java.util.List;

/** Port: who works for an authority. The web module implements it over the accounts. */
public interface Colleagues {

    /** Those with the role, by name. */
    List<Colleague> of(String authority, Role role);
}
