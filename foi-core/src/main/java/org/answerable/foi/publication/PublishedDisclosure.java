package org.answerable.foi.publication;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.answerable.foi.CaseOutcome;
import org.answerable.foi.Disclosure;
import org.answerable.foi.Evidence;
import org.answerable.foi.document.DisclosureForm;

/**
 * One edition of a public copy. It is written once and never changed; its JSON form is what is
 * served.
 */
@Entity
@Table(name = "disclosure", schema = "foi")
public class PublishedDisclosure {

    // The search index of a row has a size limit; the words of this many characters stay below it.
    private static final int MOST_SEARCHED = 200_000;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "foi.record_seq")
    private long id;

    private String reference;
    private int edition;
    private String authority;

    @Column(name = "authority_name")
    private String authorityName;

    private String subject;
    private LocalDate received;
    private LocalDate answered;

    @Enumerated(EnumType.STRING)
    private CaseOutcome outcome;

    @Column(name = "question_count")
    private int questionCount;

    private String content;

    @Column(name = "search_text")
    private String searchText;

    @Column(name = "ground_codes")
    private String groundCodes;

    private String origin;

    @Column(name = "published_at")
    private Instant publishedAt;

    protected PublishedDisclosure() {}

    public PublishedDisclosure(Disclosure disclosure, int edition) {
        this.reference = disclosure.reference();
        this.edition = edition;
        this.authority = disclosure.authority();
        this.authorityName = disclosure.authorityName();
        this.subject = disclosure.subject();
        this.received = disclosure.received();
        this.answered = disclosure.answered();
        this.outcome = disclosure.outcome();
        this.questionCount = disclosure.questions().size();
        this.content = DisclosureForm.write(disclosure).toString();
        this.searchText = searched(disclosure);
        this.groundCodes =
                disclosure.questions().stream()
                        .flatMap(q -> q.grounds().stream())
                        .map(Disclosure.DisclosedGround::code)
                        .distinct()
                        .sorted()
                        .collect(Collectors.joining(" "));
        this.origin = disclosure.imported() ? "IMPORT" : "CASE";
        this.publishedAt = disclosure.publishedAt();
    }

    /** What is left of a withdrawn edition. */
    Disclosure tombstone(Disclosure.Withdrawal withdrawal) {
        return new Disclosure(
                reference,
                authority,
                authorityName,
                "",
                received,
                answered,
                outcome,
                List.of(),
                publishedAt,
                Optional.of(withdrawal),
                origin.equals("IMPORT"));
    }

    /** The stored words, to see whether another copy says the same. */
    public String content() {
        return content;
    }

    private static String searched(Disclosure disclosure) {
        String all =
                disclosure.questions().stream()
                        .flatMap(
                                q ->
                                        Stream.concat(
                                                Stream.of(q.text(), q.answer()),
                                                q.figures().stream().map(Evidence::title)))
                        .collect(Collectors.joining("\n"));
        return all.length() <= MOST_SEARCHED
                ? all
                : all.substring(0, all.offsetByCodePoints(0, MOST_SEARCHED / 2));
    }

    public long id() {
        return id;
    }

    public int edition() {
        return edition;
    }

    public Disclosure disclosure() {
        return DisclosureForm.read(content);
    }
}
