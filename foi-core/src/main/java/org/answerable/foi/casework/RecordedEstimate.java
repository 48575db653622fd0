package org.answerable.foi.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseView;
import org.answerable.foi.CostEstimate;
import org.answerable.foi.law.AppropriateLimit;

/** An estimate under s.12 with the limit that it is compared with (R12, I6). Never changed. */
@Entity
@Table(name = "cost_estimate", schema = "foi")
public class RecordedEstimate {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "foi.record_seq")
    private long id;

    @Column(name = "case_id")
    private long caseId;

    private String questions;

    @Column(name = "confirm_only")
    private boolean confirmOnly;

    private int determining;
    private int locating;
    private int retrieving;
    private int extracting;
    private String aggregated;

    @Column(name = "aggregated_minutes")
    private int aggregatedMinutes;

    @Column(name = "limit_minutes")
    private int limitMinutes;

    @Column(name = "limit_version")
    private String limitVersion;

    private String basis;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected RecordedEstimate() {}

    RecordedEstimate(
            FoiCase foiCase,
            CostEstimate estimate,
            AppropriateLimit limit,
            Actor actor,
            Instant at) {
        this.caseId = foiCase.id();
        this.questions = RecordedEvent.numbers(estimate.questions());
        this.confirmOnly = estimate.confirmOnly();
        this.determining = estimate.determining();
        this.locating = estimate.locating();
        this.retrieving = estimate.retrieving();
        this.extracting = estimate.extracting();
        this.aggregated = String.join(", ", estimate.aggregated());
        this.aggregatedMinutes = estimate.aggregatedMinutes();
        this.limitMinutes = limit.minutes();
        this.limitVersion = limit.version();
        this.basis = estimate.basis();
        this.recordedBy = actor.displayName();
        this.recordedAt = at;
    }

    CostEstimate estimate() {
        return new CostEstimate(
                RecordedEvent.numbers(questions),
                confirmOnly,
                determining,
                locating,
                retrieving,
                extracting,
                aggregated.isEmpty() ? List.of() : List.of(aggregated.split(", ")),
                aggregatedMinutes,
                basis);
    }

    /** A cost must exceed the limit: exactly the limit does not (R12). */
    boolean exceedsTheLimit() {
        return estimate().minutes() > limitMinutes;
    }

    CaseView.EstimateView view() {
        return new CaseView.EstimateView(
                estimate(), limitMinutes, limitVersion, exceedsTheLimit(), recordedBy, recordedAt);
    }
}
