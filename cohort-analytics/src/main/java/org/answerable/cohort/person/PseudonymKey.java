package org.answerable.cohort.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.answerable.cohort.Conflict;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The secret key that pseudonyms are hashed with (HMAC-SHA-256, RFC 2104). Whoever holds an extract
 * without the key cannot tell which of our numbers is which child. The same key gives the same hash
 * in each extract, so the key must be kept as long as the data.
 */
@ApplicationScoped
public class PseudonymKey {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    private Optional<String> secret;

    protected PseudonymKey() {}

    @Inject
    public PseudonymKey(
            @ConfigProperty(name = "answerable.pseudonym.key") Optional<String> secret) {
        this.secret = secret.map(String::strip).filter(s -> !s.isEmpty());
    }

    /**
     * A hash function for one load; not for several threads.
     *
     * @throws Conflict no key is configured, or it is too short
     */
    Mac mac() {
        String key =
                secret.filter(s -> s.length() >= SHORTEST)
                        .orElseThrow(
                                () ->
                                        new Conflict(
                                                "This installation has no key for pseudonyms, so"
                                                        + " person-level data cannot be loaded. The"
                                                        + " operator sets ANSWERABLE_PSEUDONYM_KEY to"
                                                        + " a secret of at least "
                                                        + SHORTEST
                                                        + " characters."));
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            return mac;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA-256", e);
        }
    }
}
