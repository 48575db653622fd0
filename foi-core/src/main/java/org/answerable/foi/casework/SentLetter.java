package org.answerable.foi.casework;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.answerable.foi.Letter;
import org.answerable.foi.document.Json;
import org.answerable.foi.document.LetterForm;

/** A letter exactly as it was sent. */
@Entity
@Table(name = "letter", schema = "foi")
public class SentLetter {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "foi.record_seq")
    private long id;

    @Column(name = "case_id")
    private long caseId;

    @Column(name = "sent_on")
    private LocalDate sentOn;

    private String content;
    private String sha256;

    protected SentLetter() {}

    SentLetter(FoiCase foiCase, Letter letter) {
        this.caseId = foiCase.id();
        this.sentOn = letter.date();
        this.content = LetterForm.write(letter).toString();
        this.sha256 = Json.sha256(content);
    }

    Letter letter() {
        return LetterForm.read(content);
    }
}
