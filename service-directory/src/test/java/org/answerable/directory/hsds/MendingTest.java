package org.answerable.directory.hsds;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MendingTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);
    private static final String ID = "ac148810-d857-441c-9679-408f346de14b";
    private static final String ORGANIZATION =
            "'organization':{'id':'d9d5e0f5-d3ce-4f73-9a2f-4dd0ecc6c610','name':'O','description':'D'}";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "'url':'example.org'|/url",
                "'email':'nobody'|/email",
                "'assured_date':'15/03/2023'|/assured_date",
                "'assured_date':'2026-03-03'|/assured_date",
                "'maximum_age':200|/maximum_age",
                "'minimum_age':'12'|/minimum_age",
                "'schedules':[{'freq':'DAILY'}]|/schedules/0/freq",
                "'schedules':[{'byday':'XX'}]|/schedules/0/byday",
                "'service_at_locations':[{'location':{'latitude':999}}]|/service_at_locations/0/location/latitude",
                "'schedules':[{'freq':'WEEKLY','bymonthday':'2'}]|/schedules/0/bymonthday"
            })
    void a_value_of_the_wrong_form_is_named_and_the_record_stays(String property, String pointer) {
        Mending mending = new Mending(TODAY, Identity.of("feed"));

        mending.service(
                json(
                        "{'id':'"
                                + ID
                                + "','name':'S','status':'active',"
                                + ORGANIZATION
                                + ","
                                + property
                                + "}"));

        assertThat(mending.usable()).isTrue();
        assertThat(mending.findings()).extracting(Finding::pointer).containsExactly(pointer);
        assertThat(mending.findings()).allSatisfy(f -> assertThat(f.advice()).isNotBlank());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'id':'x','status':'active',ORG}|name",
                "{'id':'x','name':'S',ORG}|status",
                "{'id':'x','name':'S','status':'open',ORG}|status",
                "{'id':'x','name':'S','status':'active'}|organization"
            })
    void a_record_without_what_it_must_have_is_kept_out(String record, String field) {
        Mending mending = new Mending(TODAY, Identity.of("feed"));

        mending.service(json(record.replace("ORG", ORGANIZATION)));

        assertThat(mending.usable()).isFalse();
        assertThat(mending.findings())
                .filteredOn(f -> f.severity() == Finding.Severity.ERROR)
                .extracting(Finding::field)
                .contains(field);
    }

    @Test
    void an_id_that_is_no_uuid_becomes_one_that_stays_the_same() {
        JsonObject once = mended("{'id':'17','name':'S','status':'active'," + ORGANIZATION + "}");
        JsonObject again = mended("{'id':'17','name':'S','status':'active'," + ORGANIZATION + "}");
        JsonObject elsewhere =
                new Mending(TODAY, Identity.of("another"))
                        .service(
                                json(
                                        "{'id':'17','name':'S','status':'active',"
                                                + ORGANIZATION
                                                + "}"));

        assertThat(once.getString("id"))
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}")
                .isEqualTo(again.getString("id"))
                .isNotEqualTo(elsewhere.getString("id"));
    }

    @Test
    void times_come_out_as_civil_time_and_an_address_without_its_parts_is_left_out() {
        JsonObject service =
                mended(
                        "{'id':'"
                                + ID
                                + "','name':'S','status':'active',"
                                + ORGANIZATION
                                + ",'schedules':[{'opens_at':'9:30Z','closes_at':'10:00'}],"
                                + "'service_at_locations':[{'location':{'addresses':[{'address_1':'1 Road'}]}}]}");

        assertThat(service.getJsonArray("schedules").getJsonObject(0).getString("opens_at"))
                .isEqualTo("09:30:00");
        JsonObject location =
                service.getJsonArray("service_at_locations")
                        .getJsonObject(0)
                        .getJsonObject("location");
        assertThat(location.getJsonArray("addresses")).isEmpty();
        assertThat(location.getString("location_type")).isEqualTo("physical");
    }

    private static JsonObject mended(String text) {
        return new Mending(TODAY, Identity.of("feed")).service(json(text));
    }

    private static JsonObject json(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text.replace('\'', '"')))) {
            return reader.readObject();
        }
    }
}
