package org.answerable.foi.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.CaseFilter;
import org.answerable.foi.CaseReference;
import org.answerable.foi.CaseState;

/** Where cases are kept. Every look-up is bound to one authority. */
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

    void add(SentLetter letter);

    /** Oldest first. */
    List<HistoryRecord> history(FoiCase foiCase);

    /** Oldest first. */
    List<SentLetter> letters(FoiCase foiCase);

    /** One page of an authority's cases, in one query. */
    Found list(CaseFilter filter, String authority, LocalDate today);

    /** The rows of a page and the size of the whole list. */
    record Found(List<Row> rows, long total) {}

    /** What a list shows of a case. */
    record Row(
            String reference,
            String subject,
            CaseState state,
            LocalDate received,
            LocalDate due,
            String calendar,
            int questions,
            int decided) {}
}
