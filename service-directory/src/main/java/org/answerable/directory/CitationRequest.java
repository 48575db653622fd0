package org.answerable.directory;

import java.time.LocalDate;
import java.util.List;

/**
 * What a statement is to say.
 *
 * @param services ids of services; empty for a statement about commissioning
 * @param area code of an area; likewise tier and need, for a statement about commissioning
 * @param at the day it speaks of
 */
public record CitationRequest(
        List<String> services, String area, Tier tier, String need, LocalDate at) {

    public CitationRequest {
        services = List.copyOf(services);
    }

    public boolean aboutCommissioning() {
        return services.isEmpty();
    }
}
