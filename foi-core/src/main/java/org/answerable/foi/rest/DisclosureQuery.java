package org.answerable.foi.rest;

import jakarta.ws.rs.QueryParam;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.DisclosureFilter;

/** The query parameters that all forms of the disclosure log share. */
public class DisclosureQuery {

    private static final int PER_PAGE = 20;

    @QueryParam("q")
    private String q;

    @QueryParam("from")
    private String from;

    @QueryParam("to")
    private String to;

    @QueryParam("outcome")
    private String outcome;

    @QueryParam("authority")
    private String authority;

    @QueryParam("exemption")
    private String exemption;

    @QueryParam("year")
    private String year;

    @QueryParam("sort")
    private String sort;

    @QueryParam("page")
    private String page;

    @QueryParam("per_page")
    private String perPage;

    DisclosureFilter filter() {
        return new DisclosureFilter(
                q,
                Parameters.date("from", from),
                Parameters.date("to", to),
                Parameters.choice("outcome", outcome, CaseOutcome.class),
                Parameters.text(authority),
                Parameters.text(exemption),
                Parameters.text(year).map(y -> Parameters.number("year", y, 0)),
                Parameters.choice("sort", sort, DisclosureFilter.Sort.class)
                        .orElse(DisclosureFilter.Sort.PUBLISHED),
                Parameters.number("page", page, 1),
                Parameters.number("per_page", perPage, PER_PAGE));
    }
}
