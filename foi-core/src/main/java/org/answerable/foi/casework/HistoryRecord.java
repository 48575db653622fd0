package org.answerable.foi.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseView;
import org.answerable.foi.HistoryKind;

/** One entry of the append-only history. Its text never names the requester. */
@Entity
@Table(name = "history", schema = "foi")
public class HistoryRecord {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "foi.record_seq")
    private long id;

    @Column(name = "case_id")
    private long caseId;

    private Instant at;
    private String actor;

    @Column(name = "actor_name")
    private String actorName;

    @Enumerated(EnumType.STRING)
    private HistoryKind kind;

    private String text;

    /** Given by the database, as are the hashes of the chain. */
    @Column(insertable = false, updatable = false)
    private int position;

    protected HistoryRecord() {}

    HistoryRecord(FoiCase foiCase, Actor actor, Instant at, HistoryKind kind, String text) {
        this.caseId = foiCase.id();
        this.at = at;
        this.actor = actor.username();
        this.actorName = actor.displayName();
        this.kind = kind;
        this.text = text;
    }

    CaseView.HistoryEntry entry() {
        return new CaseView.HistoryEntry(at, actorName, kind, text);
    }
}
