package org.answerable.foi.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Optional;
import org.answerable.foi.AppealDecision;
import org.answerable.foi.CaseView;
import org.answerable.foi.NewAppeal;

/** What the Commissioner or the tribunal calls, wants and decides about a case (R23). */
@Entity
@Table(name = "appeal", schema = "foi")
public class Appeal {

    @Id
    @Column(name = "case_id")
    private long caseId;

    @Column(name = "their_reference")
    private String theirReference;

    @Column(name = "respond_by")
    private LocalDate respondBy;

    @Column(name = "decided_on")
    private LocalDate decidedOn;

    @Enumerated(EnumType.STRING)
    private AppealDecision.Result decision;

    @Column(name = "comply_by")
    private LocalDate complyBy;

    private String summary = "";

    protected Appeal() {}

    Appeal(FoiCase foiCase, NewAppeal appeal, String theirReference) {
        this.caseId = foiCase.id();
        this.theirReference = theirReference;
        this.respondBy = appeal.respondBy().orElse(null);
    }

    void decide(AppealDecision made, String cleaned) {
        decidedOn = made.date();
        decision = made.result();
        complyBy = made.complyBy().orElse(null);
        summary = cleaned;
    }

    CaseView.AppealView view() {
        return new CaseView.AppealView(
                theirReference,
                Optional.ofNullable(respondBy),
                Optional.ofNullable(decision)
                        .map(
                                d ->
                                        new AppealDecision(
                                                decidedOn,
                                                d,
                                                Optional.ofNullable(complyBy),
                                                summary)));
    }
}
