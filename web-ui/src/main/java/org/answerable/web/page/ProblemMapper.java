package org.answerable.web.page;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.io.EOFException;
import java.util.Optional;
import java.util.stream.Stream;
import org.answerable.web.security.ForgedForm;

/** Turns every exception into an answer that says what to do; only the unforeseen is logged. */
@Provider
public class ProblemMapper implements ExceptionMapper<Throwable> {

    private static final System.Logger LOG = System.getLogger(ProblemMapper.class.getName());
    private static final Problem FORGED =
            new Problem(
                    403,
                    "This form is out of date",
                    "It was opened before you signed in or out, or in another browser. Go back,"
                            + " reload the page and send it again. What you typed is still there.");

    @Inject private Instance<ProblemSource> sources;
    @Inject private ProblemResponses responses;

    @Override
    public Response toResponse(Throwable thrown) {
        Optional<Problem> known = causes(thrown).flatMap(this::known).findFirst();
        if (known.isPresent()) {
            return responses.response(known.get());
        }
        if (thrown instanceof WebApplicationException http) {
            Response given = http.getResponse();
            boolean answersItself = given.getStatus() < 400 || given.hasEntity();
            return answersItself ? given : withAllow(given);
        }
        if (causes(thrown).anyMatch(EOFException.class::isInstance)) {
            // The sender hung up in the middle of the body: nobody is left to tell.
            return responses.response(Problem.of(400));
        }
        LOG.log(System.Logger.Level.ERROR, "Unforeseen", thrown);
        return responses.response(Problem.of(500));
    }

    /** The plain words for a status; a refused method keeps the names of those that are allowed. */
    private Response withAllow(Response given) {
        Response problem = responses.response(Problem.of(given.getStatus()));
        String allowed = given.getHeaderString(HttpHeaders.ALLOW);
        return allowed == null
                ? problem
                : Response.fromResponse(problem).header(HttpHeaders.ALLOW, allowed).build();
    }

    private Stream<Problem> known(Throwable cause) {
        if (cause instanceof ForgedForm) {
            return Stream.of(FORGED);
        }
        return sources.stream().flatMap(source -> source.problem(cause).stream());
    }

    /** The exception and what it wraps: containers wrap what a use case throws. */
    private static Stream<Throwable> causes(Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause).limit(20);
    }
}
