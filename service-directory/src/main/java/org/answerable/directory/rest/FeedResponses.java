package org.answerable.directory.rest;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.BufferedWriter;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.answerable.directory.feed.FeedAnswer;
import org.answerable.directory.feed.FeedText;

/** Answers of the feed over HTTP, packed for whoever takes that: the server leaves alone what is packed. */
final class FeedResponses {

    private static final String LINES = "application/x-ndjson";
    private static final Pattern TAKES_GZIP =
            Pattern.compile("(^|[, ])gzip *($|,|; *q=(1|0?\\.0*[1-9]))", Pattern.CASE_INSENSITIVE);

    private FeedResponses() {}

    static Response of(FeedAnswer answer, Request request, HttpHeaders headers) {
        Response.ResponseBuilder response =
                answer.text() == null
                        ? lines(answer.lines())
                        : json(answer.text(), request, headers);
        if (!answer.ignored().isEmpty()) {
            response.header("X-Ignored-Parameters", String.join(", ", answer.ignored()));
        }
        return response.header("Cache-Control", "no-cache").build();
    }

    static Response of(String json, Request request, HttpHeaders headers) {
        return json(FeedText.of(json), request, headers)
                .header("Cache-Control", "no-cache")
                .build();
    }

    private static Response.ResponseBuilder json(
            FeedText text, Request request, HttpHeaders headers) {
        EntityTag tag = new EntityTag(text.tag(), true);
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        if (unchanged != null) {
            return unchanged;
        }
        Response.ResponseBuilder response =
                text.worthPacking()
                                && takesGzip(headers.getHeaderString(HttpHeaders.ACCEPT_ENCODING))
                        ? Response.ok(text.packed()).encoding("gzip")
                        : Response.ok(text.body());
        return response.type(MediaType.APPLICATION_JSON).tag(tag);
    }

    /**
     * @param taken the header {@code Accept-Encoding}, or null
     */
    static boolean takesGzip(String taken) {
        return taken != null && TAKES_GZIP.matcher(taken).find();
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
}
