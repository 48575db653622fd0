package org.answerable.foi.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Actor;
import org.answerable.foi.CaseFilter;
import org.answerable.foi.CaseKind;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;
import org.answerable.foi.LinkType;

/** Where cases are kept. Every look-up by reference is bound to one authority. */
public interface Cases {

    Optional<FoiCase> find(CaseReference reference, String authority);

    /**
     * The same, holding the row until the transaction ends, so that commands on a case queue up.
     */
    Optional<FoiCase> lock(CaseReference reference, String authority);

    /**
     * The case that was registered with this key. It holds the key until the transaction ends, so
     * that the second of two equal submissions waits for the first.
     */
    Optional<CaseReference> registeredAs(String submissionKey, String authority);

    /** The next running number of an authority and year; no number is given twice. */
    int nextNumber(String authority, int year);

    void add(FoiCase foiCase);

    void add(EvidenceCopy copy);

    void add(HistoryRecord entry);

    void add(ValidityCheck check);

    void add(RecordedOpinion opinion);

    void add(RecordedEstimate estimate);

    void add(Appeal appeal);

    /** Oldest first. */
    List<HistoryRecord> history(FoiCase foiCase);

    /** Oldest first. */
    List<RecordedOpinion> opinions(FoiCase foiCase);

    /** Oldest first. */
    List<RecordedEstimate> estimates(FoiCase foiCase);

    /** The latest one. */
    Optional<ValidityCheck> validity(FoiCase foiCase);

    Optional<Appeal> appeal(FoiCase foiCase);

    /** Links both ways, of all authorities. */
    List<Link> links(FoiCase foiCase);

    /** The case at the other end of a link of this type that leads from this one. */
    Optional<FoiCase> linkedFrom(FoiCase foiCase, LinkType type);

    /** Links two cases; the same link again changes nothing and gives false. */
    boolean link(FoiCase from, FoiCase to, LinkType type, Actor actor);

    /** Gives false when there was no such link. */
    boolean unlink(FoiCase from, FoiCase to, LinkType type);

    /** Ids of open cases of all authorities after the given one, in order, for work on many. */
    List<Long> openCasesAfter(long id, int most);

    /** An open case, held until the transaction ends; empty when it has ended meanwhile. */
    Optional<FoiCase> lockOpen(long id);

    /** The case of that number, whatever its authority, for the system's own steps. */
    Optional<FoiCase> lockAny(CaseReference reference);

    /** One page of cases, in one query. */
    Found list(CaseFilter filter, Scope scope, LocalDate today);

    /**
     * Whose cases are listed.
     *
     * @param contributor only those with a question allotted to this person; empty: all
     */
    record Scope(String authority, Optional<String> contributor) {}

    /** The rows of a page and the size of the whole list. */
    record Found(List<Row> rows, long total) {}

    /** One end of a link as seen from the other. */
    record Link(
            LinkType type,
            boolean outgoing,
            CaseReference reference,
            String authority,
            CaseKind kind,
            String subject,
            CaseState state) {}

    /**
     * What a list shows of a case.
     *
     * @param due null while the clock waits; so is draftDue
     */
    record Row(
            String reference,
            CaseKind kind,
            String subject,
            CaseState state,
            LocalDate received,
            LocalDate due,
            LocalDate draftDue,
            String calendar,
            int questions,
            int decided) {}
}
