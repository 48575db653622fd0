package org.answerable.directory.geography;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerable.directory.Area;
import org.answerable.directory.AreaKind;
import org.answerable.directory.Geography;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.PostcodeEdition;
import org.answerable.directory.Whereabouts;
import org.answerable.directory.Whereabouts.Basis;
import org.answerable.directory.geography.store.AreaTable;
import org.answerable.directory.geography.store.EditionTable;
import org.answerable.directory.geography.store.PostcodeTable;
import org.answerable.directory.geography.store.PostcodeTable.District;
import org.answerable.directory.geography.store.PostcodeTable.Found;

/** Geography over the tables that were loaded. No geocoder elsewhere is ever asked. */
@ApplicationScoped
public class KnownGeography implements Geography {

    private static final DateTimeFormatter MONTH =
            DateTimeFormatter.ofPattern("MMMM yyyy", Locale.UK);

    private AreaTable areas;
    private PostcodeTable postcodes;
    private EditionTable editions;

    protected KnownGeography() {}

    @Inject
    public KnownGeography(AreaTable areas, PostcodeTable postcodes, EditionTable editions) {
        this.areas = areas;
        this.postcodes = postcodes;
        this.editions = editions;
    }

    @Override
    public Whereabouts whereabouts(String typed) {
        PostcodeText postcode = PostcodeText.read(typed);
        PostcodeEdition edition =
                editions.current()
                        .orElseThrow(
                                () ->
                                        unknown(
                                                "No directory of postcodes is loaded yet, so a place"
                                                        + " cannot be found by its postcode"));
        if (!postcode.whole()) {
            return district(postcode, edition, "")
                    .orElseThrow(() -> notKnown(postcode.outward(), edition));
        }
        Optional<Found> found = postcodes.find(postcode.key());
        if (found.isPresent() && found.get().latitude() != null) {
            return at(postcode, found.get(), edition);
        }
        String why =
                found.isPresent()
                        ? postcode + " has no place of its own in " + edition.name()
                        : postcode + " is not in " + edition.name();
        return district(postcode, edition, why)
                .orElseThrow(
                        () ->
                                found.isPresent()
                                        ? unknown(why + ". Use a postcode near to it")
                                        : notKnown(postcode.toString(), edition));
    }

    @Override
    public Optional<String> attribution() {
        return editions.current().map(PostcodeEdition::attribution);
    }

    @Override
    public Optional<Area> area(String code) {
        return Optional.ofNullable(areas(List.of(code)).get(code));
    }

    @Override
    public Map<String, Area> areas(Collection<String> codes) {
        return areas.find(codes);
    }

    @Override
    public List<Area> areas(AreaKind kind) {
        return areas.ofKind(kind);
    }

    @Override
    public List<Area> areasContaining(String lsoa21) {
        return areas.containing(lsoa21);
    }

    @Override
    public Set<String> lsoasOf(String code) {
        return lsoasOf(List.of(code)).get(code);
    }

    @Override
    public Map<String, Set<String>> lsoasOf(Collection<String> codes) {
        return areas.parts(codes);
    }

    @Override
    public Set<String> lsoasWithin(String geoJson) {
        return new LsoasWithin(areas).find(geoJson);
    }

    private static Whereabouts at(PostcodeText postcode, Found found, PostcodeEdition edition) {
        boolean ended = found.terminated() != null;
        return new Whereabouts(
                postcode.toString(),
                found.latitude(),
                found.longitude(),
                ended ? Basis.TERMINATED : Basis.EXACT,
                ended
                        ? postcode
                                + " has not been in use since "
                                + MONTH.format(found.terminated())
                                + ". The place it had is used."
                        : "",
                edition.name(),
                found.lsoa21(),
                found.areas());
    }

    private Optional<Whereabouts> district(
            PostcodeText postcode, PostcodeEdition edition, String why) {
        return postcodes
                .district(postcode.outward())
                .map(
                        middle ->
                                new Whereabouts(
                                        postcode.toString(),
                                        middle.latitude(),
                                        middle.longitude(),
                                        Basis.DISTRICT,
                                        (why.isEmpty() ? "" : why + ". ")
                                                + middle(postcode.outward(), middle),
                                        edition.name(),
                                        null,
                                        middle.areas()));
    }

    private static String middle(String outward, District district) {
        return "The middle of "
                + (district.postcodes() == 1
                        ? "the one postcode"
                        : "the " + district.postcodes() + " postcodes")
                + " that begin"
                + (district.postcodes() == 1 ? "s" : "")
                + " with "
                + outward
                + " is used.";
    }

    private static InvalidInput notKnown(String postcode, PostcodeEdition edition) {
        return unknown(
                "There is no "
                        + postcode
                        + " in "
                        + edition.name()
                        + ". Check it, or use another near");
    }

    private static InvalidInput unknown(String message) {
        return new InvalidInput(PostcodeText.FIELD, message);
    }
}
