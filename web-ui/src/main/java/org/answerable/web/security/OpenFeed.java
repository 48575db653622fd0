package org.answerable.web.security;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets pages of every other site read the Open Referral UK feed, whatever the answer is: the standard wants it of errors,
 * too. The feed knows no sign-in, so nothing can be read with somebody's cookie.
 */
public class OpenFeed implements Filter {

    private static final String METHODS = "GET, HEAD, OPTIONS";

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletResponse http = (HttpServletResponse) response;
        http.setHeader("Access-Control-Allow-Origin", "*");
        http.setHeader("Access-Control-Expose-Headers", "ETag, Retry-After, X-Ignored-Parameters");
        http.setHeader("Cross-Origin-Resource-Policy", "cross-origin");
        http.setHeader("Vary", "Accept-Encoding");
        if ("OPTIONS".equals(((HttpServletRequest) request).getMethod())) {
            http.setHeader("Allow", METHODS);
            http.setHeader("Access-Control-Allow-Methods", METHODS);
            http.setHeader("Access-Control-Allow-Headers", "Accept, Content-Type, If-None-Match");
            http.setHeader("Access-Control-Max-Age", "86400");
            http.setStatus(HttpServletResponse.SC_NO_CONTENT);
            return;
        }
        chain.doFilter(request, response);
    }
}
