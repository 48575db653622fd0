package org.answerable.directory;

import java.util.List;
import java.util.Optional;

/** The directory of services: public to read. Nothing of what is asked is kept or logged. */
public interface Directory {

    /**
     * Services that are open to people and fit what is asked. With a postcode they come by distance, from a circle that
     * widens until enough is found; what needs no travelling is a group of its own.
     *
     * @throws InvalidInput with every fault found; fields as in {@link ServiceSearch}
     */
    FoundServices find(ServiceSearch search);

    /**
     * A service as the public sees it, whatever its status.
     *
     * @return nothing for an unknown or internal one
     * @throws Erased it was erased for good
     */
    Optional<ServiceView> service(String id);

    /** What a person can look for, by name: terms that services carry, with how many do. */
    List<Need> needs();

    /** All terms by name, whether a service carries them or not. */
    List<Need> terms();

    /**
     * A term as people choose it.
     *
     * @param services how many services open to people carry it
     */
    record Need(String id, String name, long services) {}
}
