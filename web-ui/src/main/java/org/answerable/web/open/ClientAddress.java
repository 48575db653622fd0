package org.answerable.web.open;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The network address that a request comes from. Behind a reverse proxy that is the last one of the
 * header that the proxy sets, if the configuration names it; what a client claims itself is never
 * taken.
 */
@ApplicationScoped
public class ClientAddress {

    @Inject
    @ConfigProperty(name = "ANSWERABLE_CLIENT_ADDRESS_HEADER")
    private Optional<String> header;

    public String of(HttpServletRequest request) {
        return header.map(request::getHeader)
                .map(value -> value.substring(value.lastIndexOf(',') + 1).strip())
                .filter(value -> !value.isEmpty())
                .orElse(request.getRemoteAddr());
    }
}
