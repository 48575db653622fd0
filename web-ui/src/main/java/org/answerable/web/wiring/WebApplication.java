package org.answerable.web.wiring;

import jakarta.mvc.security.Csrf;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Map;

/** The one JAX-RS application: pages and JSON resources of all modules, found by scanning. */
@ApplicationPath("/")
public class WebApplication extends Application {

    @Override
    public Map<String, Object> getProperties() {
        return Map.of(
                "jersey.config.server.wadl.disableWadl",
                true,
                // Krazo's own protection makes a session for every visitor; see FormTokenFilter.
                Csrf.CSRF_PROTECTION,
                Csrf.CsrfOptions.OFF);
    }
}
