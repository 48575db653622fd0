package org.answerable.foi.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.answerable.foi.Actor;
import org.answerable.foi.Evidence;
import org.answerable.foi.document.EvidenceForm;
import org.answerable.foi.document.Json;

/** The copy of a figure that a case keeps. It is never changed nor deleted. */
@Entity
@Table(name = "evidence", schema = "foi")
public class EvidenceCopy {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "foi.record_seq")
    private long id;

    @Column(name = "case_id")
    private long caseId;

    @Column(name = "figure_id")
    private String figureId;

    private String content;
    private String sha256;

    @Column(name = "cited_by_name")
    private String citedByName;

    @Column(name = "cited_at")
    private Instant citedAt;

    protected EvidenceCopy() {}

    EvidenceCopy(FoiCase foiCase, Evidence evidence, Actor actor, Instant at) {
        this.caseId = foiCase.id();
        this.figureId = evidence.figureId();
        this.content = EvidenceForm.write(evidence).toString();
        this.sha256 = Json.sha256(content);
        this.citedByName = actor.displayName();
        this.citedAt = at;
    }

    String figureId() {
        return figureId;
    }

    Evidence evidence() {
        return EvidenceForm.read(content);
    }

    String sha256() {
        return sha256;
    }

    String citedByName() {
        return citedByName;
    }

    Instant citedAt() {
        return citedAt;
    }
}
