package org.answerable.foi.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.answerable.foi.Actor;
import org.answerable.foi.Validity;

/** What somebody found when they looked whether a request is one (R1). Never changed. */
@Entity
@Table(name = "validity_check", schema = "foi")
public class ValidityCheck {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "foi.record_seq")
    private long id;

    @Column(name = "case_id")
    private long caseId;

    private boolean written;

    @Column(name = "real_name")
    private boolean realName;

    private boolean address;
    private boolean describes;
    private String advice;

    @Column(name = "checked_by")
    private String checkedBy;

    @Column(name = "checked_at")
    private Instant checkedAt;

    protected ValidityCheck() {}

    ValidityCheck(FoiCase foiCase, Validity found, Actor actor, Instant at) {
        this.caseId = foiCase.id();
        this.written = found.written();
        this.realName = found.realName();
        this.address = found.address();
        this.describes = found.describes();
        this.advice = found.advice();
        this.checkedBy = actor.username();
        this.checkedAt = at;
    }

    Validity validity() {
        return new Validity(written, realName, address, describes, advice);
    }
}
