package org.answerable.system;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;

/** A program that acts for somebody with a bearer token. */
record Program(RunningAnswerable server, String token) {

    static Program of(RunningAnswerable server, String username) {
        return new Program(server, Line.token(server, username));
    }

    HttpResponse<String> get(String path) {
        Visitor visitor = new Visitor(server);
        return visitor.send(visitor.request(path).header("Authorization", "Bearer " + token).GET());
    }

    HttpResponse<String> post(String path, String json) {
        Visitor visitor = new Visitor(server);
        return visitor.send(
                visitor.request(path)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/json")
                        .POST(BodyPublishers.ofString(json)));
    }

    /** Registers a request received on a day, and gives its reference. */
    String register(String subject, String received, String text) {
        JsonObjectBuilder request =
                jakarta.json.Json.createObjectBuilder()
                        .add("authority", "lincolnshire-cc")
                        .add("received", received)
                        .add("channel", "email")
                        .add("subject", subject)
                        .add(
                                "requester",
                                jakarta.json.Json.createObjectBuilder()
                                        .add("name", Line.REQUESTER_NAME)
                                        .add("email", Line.REQUESTER_EMAIL))
                        .add("text", text);
        HttpResponse<String> answer = post("/api/foi/cases", request.build().toString());
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return Json.object(answer).getString("reference");
    }

    /** Sends an event or a step of a case: its type, and more members with their values. */
    HttpResponse<String> event(String reference, String type, String... more) {
        JsonObjectBuilder event = jakarta.json.Json.createObjectBuilder().add("type", type);
        for (int i = 0; i < more.length; i += 2) {
            event.add(more[i], more[i + 1]);
        }
        return event(reference, event.build());
    }

    HttpResponse<String> event(String reference, JsonObject event) {
        return post("/api/foi/cases/" + reference + "/events", event.toString());
    }

    /** The case after an event that was taken. */
    JsonObject taken(String reference, String type, String... more) {
        HttpResponse<String> answer = event(reference, type, more);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.object(answer);
    }
}
