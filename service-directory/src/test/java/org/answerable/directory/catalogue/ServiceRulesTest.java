package org.answerable.directory.catalogue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.answerable.directory.FieldError;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.NewService;
import org.answerable.directory.ServiceView;
import org.junit.jupiter.api.Test;

class ServiceRulesTest {

    @Test
    void every_fault_is_named_at_once() {
        NewService faulty =
                new NewService(
                        " ",
                        "ftp://x",
                        "",
                        null,
                        "open",
                        -1,
                        9_999,
                        null,
                        "javascript:alert(1)",
                        "nobody",
                        "call us",
                        true,
                        List.of(new NewService.Place("Hall", "", "Lincoln", "LN1", 53.2, null)));
        assertThat(faults(faulty))
                .containsExactlyInAnyOrder(
                        "organization",
                        "organizationUrl",
                        "name",
                        "description",
                        "status",
                        "minimumAge",
                        "maximumAge",
                        "url",
                        "email",
                        "phone",
                        "locations[0].address",
                        "locations[0].postcode",
                        "locations[0].latitude");
    }

    @Test
    void the_highest_age_is_not_below_the_lowest() {
        assertThat(faults(service(24, 12))).containsExactly("maximumAge");
    }

    @Test
    void texts_are_trimmed_and_postcodes_take_their_usual_form() {
        NewService checked = ServiceRules.checked(service(0, 24));
        assertThat(checked.name()).isEqualTo("Baby group");
        assertThat(checked.eligibility()).isNull();
        assertThat(checked.locations().get(0).postcode()).isEqualTo("LN1 1YL");
    }

    @Test
    void ages_are_told_in_words() {
        assertThat(ages(0, 24)).isEqualTo("from birth to 2 years");
        assertThat(ages(6, 12)).isEqualTo("from 6 months to 1 year");
        assertThat(ages(18, null)).isEqualTo("from 18 months");
        assertThat(ages(null, 1)).isEqualTo("up to 1 month");
        assertThat(ages(null, null)).isNull();
    }

    private static String ages(Integer minimum, Integer maximum) {
        return new ServiceView(
                        "", "", "", "", minimum, maximum, null, null, null, null, false, null, null,
                        List.of())
                .ages();
    }

    private static NewService service(Integer minimum, Integer maximum) {
        return new NewService(
                "Shire Families",
                null,
                " Baby group ",
                "Songs and play.",
                "Active",
                minimum,
                maximum,
                " ",
                "https://shire.example/baby",
                "hello@shire.example",
                "01522 552222",
                true,
                List.of(
                        new NewService.Place(
                                "Hall", "1 High Street", "Lincoln", "ln11yl", 53.23, -0.54)));
    }

    private static List<String> faults(NewService service) {
        InvalidInput e =
                catchThrowableOfType(InvalidInput.class, () -> ServiceRules.checked(service));
        return e.errors().stream().map(FieldError::field).toList();
    }
}
