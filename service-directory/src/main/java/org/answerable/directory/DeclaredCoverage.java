package org.answerable.directory;

import java.util.List;

/** Where services say that they serve: given by the catalogue to whoever counts coverage. */
public interface DeclaredCoverage {

    /** All services that are offered to the public now. */
    List<DeclaredService> services();
}
