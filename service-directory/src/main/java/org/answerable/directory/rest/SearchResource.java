package org.answerable.directory.rest;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.answerable.directory.BadParameter;
import org.answerable.directory.feed.Feed;
import org.answerable.directory.json.Json;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Services by what is sent in the body: a postcode, an age or a pregnancy gets into no address and no log. */
@Tag(name = "Service directory")
@Path("/api/directory/services")
@RequestScoped
public class SearchResource {

    private Feed feed;

    @Context private Request request;
    @Context private HttpHeaders headers;

    protected SearchResource() {}

    @Inject
    public SearchResource(Feed feed) {
        this.feed = feed;
    }

    @Operation(
            summary =
                    "Services by filters in the body, with the names that /oruk/v3/services has as parameters")
    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    public Response search(String body) {
        return FeedResponses.of(feed.search(parameters(body)), request, headers);
    }

    private static Map<String, List<String>> parameters(String body) {
        try (JsonReader reader = Json.createReader(new StringReader(body))) {
            JsonObject asked = reader.readObject();
            Map<String, List<String>> parameters = new LinkedHashMap<>();
            asked.forEach((name, value) -> parameters.put(name, values(value)));
            return parameters;
        } catch (JsonException e) {
            throw new BadParameter(
                    "body", "Send a JSON object such as {\"postcode\": \"LN1 1AA\", \"age\": 2}.");
        }
    }

    private static List<String> values(JsonValue value) {
        if (value instanceof JsonArray list) {
            return list.stream().map(SearchResource::text).toList();
        }
        return List.of(text(value));
    }

    private static String text(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        return value == JsonValue.NULL ? "" : value.toString();
    }
}
