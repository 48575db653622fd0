package org.answerable.directory.rest;

import jakarta.inject.Inject;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.answerable.directory.feed.Feed;
import org.answerable.directory.feed.FeedAnswer;
import org.answerable.directory.feed.FeedText;

/**
 * Gives a list of the feed again that is remembered, as {@link FeedResource} would, before the machinery of resources and
 * pages begins: that takes four times as long as to find the answer. Whatever is not a plain question for a whole
 * list is left to the resource.
 */
public class FeedAgain implements Filter {

    private static final String FEED = "/oruk/v3/";
    private static final Set<String> LISTS =
            Set.of(
                    "services",
                    "service_at_locations",
                    "organizations",
                    "taxonomies",
                    "taxonomy_terms");

    /** Names and values that stand for themselves; a plus is a space. */
    private static final Pattern PLAIN =
            Pattern.compile("[a-z_]+=[A-Za-z0-9_.:+-]*(&[a-z_]+=[A-Za-z0-9_.:+-]*)*");

    @Inject private Feed feed;

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!answers((HttpServletRequest) request, (HttpServletResponse) response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean answers(HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String query = request.getQueryString();
        if (!path.startsWith(FEED)
                || !LISTS.contains(path.substring(FEED.length()))
                || !isPlain(request)
                || query != null && !PLAIN.matcher(query).matches()) {
            return false;
        }
        Optional<FeedAnswer> before = before(path.substring(FEED.length()), query);
        if (before.isPresent()) {
            send(before.get(), request, response);
        }
        return before.isPresent();
    }

    private Optional<FeedAnswer> before(String list, String query) {
        try {
            return feed.before(list, parameters(query));
        } catch (RuntimeException e) {
            // The resource meets it, too, and says what it is.
            return Optional.empty();
        }
    }

    private static boolean isPlain(HttpServletRequest request) {
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return "GET".equals(request.getMethod())
                && request.getHeader(HttpHeaders.IF_NONE_MATCH) == null
                && request.getHeader(HttpHeaders.IF_MATCH) == null
                && (accept == null
                        || accept.contains(MediaType.WILDCARD)
                        || accept.contains(MediaType.APPLICATION_JSON));
    }

    private static Map<String, List<String>> parameters(String query) {
        Map<String, List<String>> parameters = new HashMap<>();
        if (query != null) {
            for (String pair : query.split("&")) {
                int equals = pair.indexOf('=');
                parameters
                        .computeIfAbsent(pair.substring(0, equals), name -> new ArrayList<>())
                        .add(pair.substring(equals + 1).replace('+', ' '));
            }
        }
        return parameters;
    }

    private static void send(
            FeedAnswer answer, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        FeedText text = answer.text();
        boolean packed =
                text.worthPacking()
                        && FeedResponses.takesGzip(request.getHeader(HttpHeaders.ACCEPT_ENCODING));
        if (packed) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        if (!answer.ignored().isEmpty()) {
            response.setHeader("X-Ignored-Parameters", String.join(", ", answer.ignored()));
        }
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-cache");
        response.setHeader(HttpHeaders.ETAG, "W/\"" + text.tag() + '"');
        response.setContentType(MediaType.APPLICATION_JSON);
        byte[] body = packed ? text.packed() : text.body();
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }
}
