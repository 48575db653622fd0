package org.answerable.foi;

import java.util.List;
import java.util.Optional;

/** The authorities that this installation serves. */
public interface Authorities {

    /** All of them, by name. */
    List<Authority> all();

    Optional<Authority> find(String code);

    /**
     * Adds an authority. Adding exactly the same again changes nothing.
     *
     * @throws InvalidInput when the code, the name or the prefix has the wrong shape
     * @throws Conflict when the code or the prefix belongs to another authority
     */
    void add(Authority authority);
}
