package org.answerable.directory.exchange;

import jakarta.json.JsonObject;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.answerable.directory.catalogue.ConfidentialCheck;
import org.answerable.directory.hsds.Place;
import org.answerable.directory.hsds.Unfolded;

/** Postcodes and streets of confidential places, those here and those that are just received, looked for in texts. */
final class Secrets {

    private static final int SHORTEST_STREET = 6;

    private final Set<String> words;

    Secrets(List<String> here, Collection<Unfolded> received) {
        words = new HashSet<>(here);
        received.stream()
                .flatMap(parts -> parts.locations().values().stream())
                .map(Place::of)
                .filter(Place::confidential)
                .flatMap(
                        place ->
                                Stream.of(
                                        place.postcode(),
                                        place.street() != null
                                                        && place.street().length()
                                                                >= SHORTEST_STREET
                                                ? place.street()
                                                : null))
                .filter(Objects::nonNull)
                .forEach(words::add);
    }

    /** The property of the service, or of its organisation, that gives a place away. */
    Optional<String> givenAway(Unfolded parts) {
        if (words.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> own = ConfidentialCheck.givenAway(parts.service(), words);
        if (own.isPresent()) {
            return own;
        }
        for (JsonObject organization : parts.organizations().values()) {
            Optional<String> field = ConfidentialCheck.givenAway(organization, words);
            if (field.isPresent()) {
                return Optional.of("organization/" + field.get());
            }
        }
        return Optional.empty();
    }
}
