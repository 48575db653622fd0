package org.answerable.web.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * The headers of every answer, error pages included. Nothing is cached unless a resource says so;
 * nothing but our own styles, scripts and images is loaded.
 */
public class SecurityHeaders implements Filter {

    /** Request attribute with the response, for what is found out while a page is rendered. */
    static final String RESPONSE = SecurityHeaders.class.getName() + ".response";

    private static final String POLICY =
            String.join(
                    "; ",
                    "default-src 'none'",
                    "style-src 'self'",
                    "script-src 'self'",
                    "img-src 'self'",
                    "connect-src 'self'",
                    "form-action 'self'",
                    "base-uri 'none'",
                    "frame-ancestors 'none'");

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        http.setHeader("Content-Security-Policy", POLICY);
        http.setHeader("X-Content-Type-Options", "nosniff");
        http.setHeader("Referrer-Policy", "same-origin");
        http.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        http.setHeader("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        http.setHeader("Cache-Control", "no-store");
        if (request.isSecure()) {
            http.setHeader("Strict-Transport-Security", "max-age=31536000");
        }
        request.setAttribute(RESPONSE, response);
        chain.doFilter(request, response);
    }
}
