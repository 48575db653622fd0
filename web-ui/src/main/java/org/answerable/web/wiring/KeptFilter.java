package org.answerable.web.wiring;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.NormalScope;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.spi.Extension;
import jakarta.enterprise.inject.spi.ProcessAnnotatedType;
import jakarta.enterprise.inject.spi.WithAnnotations;
import jakarta.ws.rs.ext.Provider;

/**
 * Keeps one filter of the view machinery for all requests. Otherwise it is made anew for each, and looks into every
 * library of the server for a service when it is made: a third of the work of a small answer. It holds nothing of a
 * request.
 */
public class KeptFilter implements Extension {

    private static final String FILTER = "org.eclipse.krazo.forms.FormMethodOverwriteFilter";

    <T> void keep(@Observes @WithAnnotations(Provider.class) ProcessAnnotatedType<T> type) {
        if (type.getAnnotatedType().getJavaClass().getName().equals(FILTER)) {
            type.configureAnnotatedType()
                    .remove(given -> given.annotationType().isAnnotationPresent(NormalScope.class))
                    .add(ApplicationScoped.Literal.INSTANCE);
        }
    }
}
