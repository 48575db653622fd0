package org.answerable.web.wiring;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import org.answerable.web.demonstration.DemonstrationData;
import org.answerable.web.demonstration.DemonstrationSystem;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Fills an empty installation with demonstration data, when it is started for demonstration. */
@Singleton
@Startup
@DependsOn("Migrations")
@TransactionManagement(TransactionManagementType.BEAN)
public class FirstStart {

    @Inject private DemonstrationData data;
    @Inject private DemonstrationSystem system;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_DEMO", defaultValue = "false")
    private boolean demonstration;

    @PostConstruct
    void fill() {
        if (demonstration && data.fill()) {
            // Its steps read what the steps before have kept, so each has a transaction of its own.
            system.add();
        }
    }
}
