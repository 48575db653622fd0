package org.answerable.directory.catalogue;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.answerable.directory.Actor;
import org.answerable.directory.Directory;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NewService;
import org.answerable.directory.ServicePage;
import org.answerable.directory.ServiceView;
import org.answerable.directory.store.ServiceCatalogue;

/** The directory over the catalogue in the database. */
@ApplicationScoped
public class CataloguedDirectory implements Directory {

    private static final int LONGEST_SEARCH = 200;

    private ServiceCatalogue services;
    private AddService addService;

    protected CataloguedDirectory() {}

    @Inject
    public CataloguedDirectory(ServiceCatalogue services, AddService addService) {
        this.services = services;
        this.addService = addService;
    }

    @Override
    public ServicePage search(String text, int page, int perPage) {
        if (page < 1) {
            throw new InvalidInput("page", "Pages count from 1.");
        }
        if (perPage < 1 || perPage > 200) {
            throw new InvalidInput("per_page", "A page holds 1 to 200 entries.");
        }
        String words = text == null ? "" : text.replaceAll("\\p{Cntrl}", " ").strip();
        if (words.length() > LONGEST_SEARCH) {
            throw new InvalidInput("q", "Search for at most 200 characters.");
        }
        return services.search(words, page, perPage);
    }

    @Override
    public Optional<ServiceView> service(String id) {
        return id == null || id.indexOf('\0') >= 0 ? Optional.empty() : services.find(id);
    }

    @Override
    public ServiceView add(NewService service, Actor actor) {
        String id = addService.add(service, actor);
        return services.find(id).orElseThrow();
    }
}
