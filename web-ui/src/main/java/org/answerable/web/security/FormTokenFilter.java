package org.answerable.web.security;

import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Refuses a page's POST without the token of its sender, and a JSON resource's unsafe call that a
 * browser sends from another site with the session cookie.
 *
 * <p>The token is the first field of every form, so it is found in the first bytes of the body,
 * whatever follows them: an upload is not read to check it.
 */
@Provider
public class FormTokenFilter implements ContainerRequestFilter {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    private static final int LOOK_AHEAD = 2048;
    private static final Pattern URL_ENCODED =
            Pattern.compile("^" + FormToken.FIELD + "=([^&]*)(?:&|$)");
    private static final Pattern MULTIPART =
            Pattern.compile(
                    "^--[^\r\n]+\r\n(?:[^\r\n]+\r\n)*?Content-Disposition:[^\r\n]*name=\""
                            + FormToken.FIELD
                            + "\"[^\r\n]*\r\n(?:[^\r\n]+\r\n)*\r\n([^\r\n]*)\r\n",
                    Pattern.CASE_INSENSITIVE);

    @Context private ResourceInfo resource;
    @Inject private FormToken token;
    @Inject private SignedIn signedIn;

    @Override
    public void filter(ContainerRequestContext request) throws IOException {
        if (SAFE.contains(request.getMethod())) {
            return;
        }
        if (resource.getResourceMethod() != null
                && resource.getResourceMethod().isAnnotationPresent(ReadsOnly.class)) {
            return;
        }
        boolean page =
                resource.getResourceMethod() != null
                        && (resource.getResourceClass().isAnnotationPresent(Controller.class)
                                || resource.getResourceMethod()
                                        .isAnnotationPresent(Controller.class));
        if (page && !token.accepts(sent(request).orElse(null))) {
            throw new ForgedForm();
        }
        if (!page && signedIn.session().isPresent() && fromAnotherSite(request)) {
            throw new ForgedForm();
        }
    }

    /** The token that the body begins with, if any; the body can still be read from its start. */
    static Optional<String> sent(ContainerRequestContext request) throws IOException {
        MediaType type = request.getMediaType();
        if (type == null) {
            return Optional.empty();
        }
        String start = startOfBody(request);
        if (type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)) {
            return first(URL_ENCODED, start).flatMap(FormTokenFilter::decoded);
        }
        return type.isCompatible(MediaType.MULTIPART_FORM_DATA_TYPE)
                ? first(MULTIPART, start)
                : Optional.empty();
    }

    private static Optional<String> decoded(String value) {
        try {
            return Optional.of(URLDecoder.decode(value, StandardCharsets.UTF_8));
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // a stray percent sign, which no form of ours sends
        }
    }

    /** Reads the first bytes and puts them back. */
    private static String startOfBody(ContainerRequestContext request) throws IOException {
        InputStream body = new BufferedInputStream(request.getEntityStream(), LOOK_AHEAD);
        body.mark(LOOK_AHEAD);
        byte[] start = body.readNBytes(LOOK_AHEAD);
        body.reset();
        request.setEntityStream(body);
        return new String(start, StandardCharsets.ISO_8859_1);
    }

    private static Optional<String> first(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static boolean fromAnotherSite(ContainerRequestContext request) {
        String origin = request.getHeaderString("Origin");
        if (origin == null) {
            return false;
        }
        return !origin.equals(originOf(request.getUriInfo().getBaseUri()));
    }

    private static String originOf(URI uri) {
        return uri.getScheme() + "://" + uri.getAuthority();
    }
}
