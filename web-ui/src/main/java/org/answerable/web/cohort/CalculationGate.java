package org.answerable.web.cohort;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.List;
import org.answerable.web.open.ClientAddress;
import org.answerable.web.page.Problem;
import org.answerable.web.page.ProblemResponses;
import org.answerable.web.security.BodyLimit;
import org.answerable.web.security.LimitedBody;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Holds the calculations that anybody may ask for within what a server can bear: so many calls a minute from
 * one address, and tables up to a size.
 */
@Provider
@ApplicationScoped
@Priority(Priorities.AUTHENTICATION + 1)
public class CalculationGate implements ContainerRequestFilter {

    private static final String PAGES = "statistics/";
    private static final List<String> CALCULATIONS =
            List.of("api/cohort/statistics/", "api/cohort/need", "api/cohort/compatibility", PAGES);
    private static final long PAGE_BYTES = StatisticsForm.MOST_BYTES * 2L + (1L << 16);
    private static final int TOO_LARGE = 413;

    @Inject private ClientAddress address;
    @Inject private HttpServletRequest servletRequest;
    @Inject private ProblemResponses problems;
    @Inject private Clock clock;

    @Inject
    @ConfigProperty(name = "answerable.calculations.per-minute", defaultValue = "6000")
    private int perMinute;

    @Inject
    @ConfigProperty(name = "answerable.calculations.max-bytes", defaultValue = "536870912")
    private long maxBytes;

    private CallRate rate;

    @PostConstruct
    void begin() {
        rate = new CallRate(perMinute, clock);
    }

    @Override
    public void filter(ContainerRequestContext request) {
        String path = request.getUriInfo().getPath();
        if (!HttpMethod.POST.equals(request.getMethod())
                || CALCULATIONS.stream().noneMatch(path::startsWith)) {
            return;
        }
        long limit = path.startsWith(PAGES) ? PAGE_BYTES : maxBytes;
        long wait = rate.take(address.of(servletRequest));
        if (wait > 0) {
            request.abortWith(tooMany(wait));
        } else if (BodyLimit.statedLength(request) > limit) {
            throw tooLarge();
        } else {
            request.setEntityStream(
                    new LimitedBody(request.getEntityStream(), limit, CalculationGate::tooLarge));
        }
    }

    private Response tooMany(long wait) {
        String detail =
                "There may be "
                        + perMinute
                        + " calculations a minute from one address. Try again after the seconds that"
                        + " Retry-After says, and send more rows in one call.";
        return Response.fromResponse(
                        problems.response(new Problem(429, "Too many requests", detail)))
                .header(HttpHeaders.RETRY_AFTER, wait)
                .build();
    }

    private static ClientErrorException tooLarge() {
        return new ClientErrorException(TOO_LARGE);
    }
}
