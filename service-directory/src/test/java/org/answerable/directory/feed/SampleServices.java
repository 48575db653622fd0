package org.answerable.directory.feed;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Made services of a made county, the same for the same seed. */
final class SampleServices {

    static final UUID TAXONOMY = new UUID(7, 7);
    private static final List<String> KINDS =
            List.of(
                    "Baby massage",
                    "Stay and play",
                    "Health visiting",
                    "Café for parents",
                    "Counselling");
    private static final List<String> STATUSES =
            List.of("active", "active", "active", "temporarily closed", "inactive", "defunct");
    private static final List<String> AREAS = List.of("E07000138", "E07000136", "E10000019");

    private final Random random;

    SampleServices(long seed) {
        random = new Random(seed);
    }

    String lines(int count) {
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < count; i++) {
            lines.append(service(i)).append('\n');
        }
        return lines.toString();
    }

    private String service(int number) {
        int organization = random.nextInt(7);
        JsonObjectBuilder service =
                Json.createObjectBuilder()
                        .add("id", new UUID(1, number).toString())
                        .add("name", KINDS.get(random.nextInt(KINDS.size())) + " " + number % 40)
                        .add("description", "Made for tests. <b>“Hostile” & plain</b> ' OR 1=1 --")
                        .add("status", STATUSES.get(random.nextInt(STATUSES.size())))
                        .add("url", "https://example.org/services/" + number)
                        .add("alert", "")
                        .addNull("email")
                        .add("assured_date", "2026-01-" + (10 + random.nextInt(20)))
                        .add("assurer_email", "directory@example.org")
                        .add(
                                "organization",
                                Json.createObjectBuilder()
                                        .add("id", new UUID(2, organization).toString())
                                        .add("name", "Organisation " + organization)
                                        .add("description", "Made"));
        if (random.nextInt(3) > 0) {
            service.add("minimum_age", random.nextInt(3) == 0 ? 0.25 : random.nextInt(3));
            service.add("maximum_age", 3 + random.nextInt(9));
        }
        terms(service);
        places(service, number);
        if (random.nextInt(2) == 0) {
            service.add(
                    "service_areas",
                    Json.createArrayBuilder()
                            .add(
                                    Json.createObjectBuilder()
                                            .add("id", new UUID(5, number).toString())
                                            .add("name", "Area")
                                            .add(
                                                    "uri",
                                                    "http://statistics.data.gov.uk/id/statistical-geography/"
                                                            + AREAS.get(random.nextInt(3)))));
        }
        service.add(
                "schedules",
                Json.createArrayBuilder()
                        .add(
                                Json.createObjectBuilder()
                                        .add("id", new UUID(6, number).toString())
                                        .add("freq", "WEEKLY")
                                        .add(
                                                "byday",
                                                List.of("MO", "TU", "SA,SU").get(random.nextInt(3)))
                                        .add("opens_at", "10:00")
                                        .add("closes_at", "12:30")));
        return service.build().toString();
    }

    private void terms(JsonObjectBuilder service) {
        JsonArrayBuilder attributes = Json.createArrayBuilder();
        for (int term = 0; term < 4; term++) {
            if (random.nextInt(3) == 0) {
                JsonObjectBuilder nested =
                        Json.createObjectBuilder()
                                .add("id", new UUID(3, term).toString())
                                .add("name", "Term " + term)
                                .add("description", "A made term")
                                .add("taxonomy", "Made terms")
                                .add("taxonomy_id", TAXONOMY.toString());
                if (term > 1) {
                    nested.add("parent_id", new UUID(3, term - 2).toString());
                }
                attributes.add(
                        Json.createObjectBuilder()
                                .add("id", new UUID(random.nextLong(), 4).toString())
                                .add("taxonomy_term", nested));
            }
        }
        service.add("attributes", attributes);
    }

    private void places(JsonObjectBuilder service, int number) {
        JsonArrayBuilder places = Json.createArrayBuilder();
        for (int place = 0; place < random.nextInt(3); place++) {
            String id = new UUID(8, number * 10L + place).toString();
            places.add(
                    Json.createObjectBuilder()
                            .add("id", new UUID(9, number * 10L + place).toString())
                            .add(
                                    "location",
                                    Json.createObjectBuilder()
                                            .add("id", id)
                                            .add("location_type", "physical")
                                            .add("name", "Hall " + id.substring(30))
                                            .add("latitude", 52.8 + random.nextDouble() * 0.7)
                                            .add("longitude", -0.8 + random.nextDouble())
                                            .add(
                                                    "addresses",
                                                    Json.createArrayBuilder()
                                                            .add(
                                                                    Json.createObjectBuilder()
                                                                            .add(
                                                                                    "address_1",
                                                                                    "1 High Street")
                                                                            .add("city", "Town")
                                                                            .add(
                                                                                    "state_province",
                                                                                    "Lincolnshire")
                                                                            .add(
                                                                                    "postal_code",
                                                                                    "LN1 1AA")))));
        }
        service.add("service_at_locations", places);
    }
}
