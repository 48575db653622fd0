package org.answerable.foi.casework;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.law.ShippedCatalogue;

/** Makes the catalogue injectable; the law itself knows no container. */
@Dependent
public class CatalogueProducer {

    @Produces
    @ApplicationScoped
    ExemptionCatalogue catalogue() {
        return new ShippedCatalogue();
    }
}
