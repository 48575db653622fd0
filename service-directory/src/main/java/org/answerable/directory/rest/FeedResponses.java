package org.answerable.directory.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.answerable.directory.feed.FeedAnswer;

/**
 * Answers of the feed over HTTP. The entity tag is made from what the public gets and nothing else, so that a change of
 * what is not published cannot be seen in it.
 */
final class FeedResponses {

    private static final String LINES = "application/x-ndjson";
    private static final int TAG_BYTES = 16;

    private FeedResponses() {}

    static Response of(FeedAnswer answer, Request request) {
        Response.ResponseBuilder response =
                answer.json() == null ? lines(answer.lines()) : json(answer.json(), request);
        if (!answer.ignored().isEmpty()) {
            response.header("X-Ignored-Parameters", String.join(", ", answer.ignored()));
        }
        return response.header("Cache-Control", "no-cache").build();
    }

    static Response of(String json, Request request) {
        return json(json, request).header("Cache-Control", "no-cache").build();
    }

    private static Response.ResponseBuilder json(String json, Request request) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        EntityTag tag = new EntityTag(digest(body), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        return unchanged != null
                ? unchanged
                : Response.ok(body).type(MediaType.APPLICATION_JSON).tag(tag);
    }

    private static Response.ResponseBuilder lines(FeedAnswer.Lines lines) {
        StreamingOutput stream =
                output -> {
                    BufferedWriter writer =
                            new BufferedWriter(
                                    new OutputStreamWriter(output, StandardCharsets.UTF_8),
                                    1 << 16);
                    lines.each(
                            item -> {
                                writer.write(item);
                                writer.write('\n');
                            });
                    writer.flush();
                };
        return Response.ok(stream).type(LINES);
    }

    private static String digest(byte[] body) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(body);
            return HexFormat.of().formatHex(whole, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JDK has SHA-256", e);
        }
    }
}
