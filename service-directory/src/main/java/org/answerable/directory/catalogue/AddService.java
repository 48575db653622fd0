package org.answerable.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.answerable.directory.Actor;
import org.answerable.directory.NewService;
import org.answerable.directory.Role;
import org.answerable.directory.store.ServiceCatalogue;

/** An editor adds a service with the places it is offered at. */
@ApplicationScoped
public class AddService {

    private ServiceCatalogue services;
    private Clock clock;

    protected AddService() {}

    @Inject
    public AddService(ServiceCatalogue services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    /** See {@link org.answerable.directory.Directory#add}; gives the public id. */
    @Transactional
    public String add(NewService given, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR);
        NewService service = ServiceRules.checked(given);
        String id = UUID.randomUUID().toString();
        services.add(id, service, actor, clock.instant());
        return id;
    }
}
