package org.answerable.web.cohort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Proxy;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.answerable.cohort.Actor;
import org.answerable.cohort.Datasets;
import org.answerable.cohort.NotAllowed;
import org.answerable.cohort.Role;
import org.answerable.cohort.SignInRequired;
import org.answerable.cohort.TooLarge;
import org.junit.jupiter.api.Test;

class UploadGateTest {

    private static final Actor ANALYST = new Actor("a", "A", "x", Set.of(Role.ANALYST));
    private static final Actor OFFICER = new Actor("o", "O", "x", Set.of(Role.OFFICER));
    private static final long LIMIT = 1L << 20;
    private static final InputStream ENDLESS =
            new InputStream() {
                @Override
                public int read() {
                    return 'x';
                }
            };

    private final AtomicReference<InputStream> body = new AtomicReference<>(ENDLESS);

    @Test
    void a_stated_length_beyond_the_limit_is_refused_before_anything_is_read() {
        assertThatExceptionOfType(TooLarge.class)
                .isThrownBy(() -> filter(ANALYST, String.valueOf(LIMIT * 2)))
                .withMessageContaining("1 MB");
        assertThat(body.get()).isSameAs(ENDLESS);
    }

    @Test
    void an_unstated_length_is_refused_when_the_limit_is_passed() throws IOException {
        filter(ANALYST, null);
        byte[] allowed = body.get().readNBytes((int) LIMIT);
        assertThat(allowed).hasSize((int) LIMIT);
        assertThatExceptionOfType(TooLarge.class).isThrownBy(() -> body.get().readNBytes(1 << 17));
    }

    @Test
    void nobody_but_an_analyst_gets_as_far_as_the_body() {
        assertThatExceptionOfType(SignInRequired.class).isThrownBy(() -> filter(null, "10"));
        assertThatExceptionOfType(NotAllowed.class).isThrownBy(() -> filter(OFFICER, "10"));
    }

    private void filter(Actor actor, String stated) {
        Datasets datasets =
                (Datasets)
                        Proxy.newProxyInstance(
                                Datasets.class.getClassLoader(),
                                new Class<?>[] {Datasets.class},
                                (proxy, method, args) -> LIMIT);
        ContainerRequestContext request =
                (ContainerRequestContext)
                        Proxy.newProxyInstance(
                                ContainerRequestContext.class.getClassLoader(),
                                new Class<?>[] {ContainerRequestContext.class},
                                (proxy, method, args) ->
                                        switch (method.getName()) {
                                            case "getHeaderString" -> stated;
                                            case "getEntityStream" -> body.get();
                                            case "setEntityStream" -> {
                                                body.set((InputStream) args[0]);
                                                yield null;
                                            }
                                            default ->
                                                    throw new UnsupportedOperationException(
                                                            method.getName());
                                        });
        new UploadGate(datasets, () -> Optional.ofNullable(actor)).filter(request);
    }
}
