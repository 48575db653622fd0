package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.Map;
import org.answerable.web.cohort.UploadGate;
import org.answerable.web.directory.ServiceUploadGate;

/** Files that programs send to a module pass the same gate as those that people send by its pages. */
@Provider
@ApplicationScoped
public class ProgramUploads implements DynamicFeature {

    private Map<String, ContainerRequestFilter> gates = Map.of();

    protected ProgramUploads() {}

    @Inject
    public ProgramUploads(UploadGate cohort, ServiceUploadGate directory) {
        gates =
                Map.of(
                        "org.answerable.cohort.rest", cohort::filter,
                        "org.answerable.directory.rest", directory::filter);
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        ContainerRequestFilter gate = gates.get(resource.getResourceClass().getPackageName());
        Consumes taken = resource.getResourceMethod().getAnnotation(Consumes.class);
        if (gate != null
                && taken != null
                && List.of(taken.value()).contains(MediaType.MULTIPART_FORM_DATA)) {
            context.register(gate, Priorities.AUTHORIZATION);
        }
    }
}
