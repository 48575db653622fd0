package org.answerable.foi.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import org.answerable.foi.Actor;
import org.answerable.foi.QualifiedOpinion;

/** The opinion of the qualified person on one question (I2). Never changed; a later one is added. */
@Entity
@Table(name = "opinion", schema = "foi")
public class RecordedOpinion {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "foi.record_seq")
    private long id;

    @Column(name = "question_id")
    private long questionId;

    private String name;
    private String position;
    private String limb;
    private String opinion;
    private LocalDate dated;

    @Column(name = "recorded_by")
    private String recordedBy;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    protected RecordedOpinion() {}

    RecordedOpinion(Question question, QualifiedOpinion given, Actor actor, Instant at) {
        this.questionId = question.id();
        this.name = given.name();
        this.position = given.position();
        this.limb = given.limb();
        this.opinion = given.opinion();
        this.dated = given.dated();
        this.recordedBy = actor.username();
        this.recordedAt = at;
    }

    long questionId() {
        return questionId;
    }

    QualifiedOpinion opinion() {
        return new QualifiedOpinion(name, position, limb, opinion, dated);
    }
}
