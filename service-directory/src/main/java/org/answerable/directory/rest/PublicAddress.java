package org.answerable.directory.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The address that the world reaches this site by, from the configuration: a Host header could say anything. */
@ApplicationScoped
public class PublicAddress {

    @Inject
    @ConfigProperty(name = "ANSWERABLE_ADDRESS")
    private Optional<String> configured;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_LOCAL_ADDRESS", defaultValue = "http://127.0.0.1:8080")
    private String local;

    /** The address of the feed, without a slash at its end. */
    String ofFeed() {
        String site = configured.filter(address -> !address.isBlank()).orElse(local);
        return (site.endsWith("/") ? site.substring(0, site.length() - 1) : site) + "/oruk/v3";
    }
}
