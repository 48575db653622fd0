package org.answerable.foi.reporting;

import java.util.List;
import org.answerable.foi.ComplianceReport;
import org.answerable.foi.ReportScope;

/** Where the requests to be counted come from: one statement for all of them. */
public interface RequestRows {

    /** The requests of the scope in the order of receipt, and how many were none under s.8 (R1). */
    Received received(ReportScope scope);

    /** Internal reviews asked for and decided in the period. */
    ComplianceReport.Reviews reviews(ReportScope scope);

    /** @param notRequests found invalid (R1) */
    record Received(List<CountedRequest> requests, long notRequests) {}
}
