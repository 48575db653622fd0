package org.answerable.web.page;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * A problem as an answer: RFC 9457 {@code application/problem+json} for programs, a page of the
 * design for people. Someone who has to sign in first is sent there, and back afterwards.
 */
@ApplicationScoped
public class ProblemResponses {

    static final String PROBLEM_JSON = "application/problem+json";
    private static final String HTML = "text/html;charset=UTF-8";

    @Inject private Templates templates;
    @Inject private HttpServletRequest request;

    public Response response(Problem problem) {
        if (forProgram(request.getRequestURI())) {
            return json(problem);
        }
        if (problem.status() == 401) {
            return toSignIn();
        }
        return Response.status(problem.status()).type(HTML).entity(page(problem)).build();
    }

    /** The page of a problem, as bytes. */
    public byte[] page(Problem problem) {
        return templates.render("page/problem.jte", Map.of("problem", problem)).toByteArray();
    }

    /** Whether programs use the address, not people. */
    static boolean forProgram(String path) {
        return path.startsWith("/api/") || path.startsWith("/oruk/") || path.equals("/oruk");
    }

    private Response toSignIn() {
        String query = request.getQueryString();
        String from = request.getRequestURI() + (query == null ? "" : "?" + query);
        boolean canReturn = "GET".equals(request.getMethod());
        String next = canReturn ? "?next=" + URLEncoder.encode(from, StandardCharsets.UTF_8) : "";
        return Response.seeOther(URI.create("/sign-in" + next)).build();
    }

    private static Response json(Problem problem) {
        Response.ResponseBuilder response =
                Response.status(problem.status()).type(PROBLEM_JSON).entity(text(problem));
        if (problem.status() == 401) {
            response.header("WWW-Authenticate", "Bearer");
        }
        return response.build();
    }

    /** The problem as RFC 9457 has it. */
    static byte[] text(Problem problem) {
        JsonObjectBuilder body =
                Json.createObjectBuilder()
                        .add("type", "about:blank")
                        .add("title", problem.title())
                        .add("status", problem.status())
                        .add("detail", problem.detail());
        if (!problem.errors().isEmpty()) {
            JsonArrayBuilder errors = Json.createArrayBuilder();
            problem.errors()
                    .forEach(
                            error ->
                                    errors.add(
                                            Json.createObjectBuilder()
                                                    .add("field", error.field())
                                                    .add("message", error.message())));
            body.add("errors", errors);
        }
        return body.build().toString().getBytes(StandardCharsets.UTF_8);
    }
}
