package org.answerable.directory;

import java.util.Optional;

/** The directory of services: public to read, changed by editors. */
public interface Directory {

    /**
     * Services that are active or closed for a time, best match first, then by name. Whole words
     * are found in any grammatical form; parts of words in the names of services, organisations and
     * districts, and in postcodes.
     *
     * @param text words to look for; null or blank for all services by name
     * @param page from 1
     * @param perPage 1 to 200
     * @throws InvalidInput fields {@code q}, {@code page}, {@code per_page}
     */
    ServicePage search(String text, int page, int perPage);

    /** The service with this public id, whatever its status. */
    Optional<ServiceView> service(String id);

    /**
     * Adds a service. An organisation of the same name, without regard to case, is used again.
     *
     * @throws InvalidInput with every fault found; fields as in {@link NewService}, those of the
     *     n-th place as {@code locations[n].postcode} from 0
     * @throws NotAllowed the actor is not an editor
     */
    ServiceView add(NewService service, Actor actor);
}
