package org.answerable.foi.casework;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.Channel;
import org.answerable.foi.LetterView;
import org.answerable.foi.letter.FinishedLetter;

/** Where letters are kept as sent; they are never changed. */
public interface KeptLetters {

    /** Keeps a letter and gives its number. */
    long add(FoiCase foiCase, NewLetter letter);

    /** Oldest first. */
    List<LetterView> of(FoiCase foiCase);

    Optional<FinishedLetter> find(FoiCase foiCase, long id);

    /** Empty when there is no such letter; the PDF is made anew for one from before PDFs were kept. */
    Optional<byte[]> pdf(FoiCase foiCase, long id);

    /** A letter to keep. */
    record NewLetter(
            FinishedLetter letter,
            byte[] pdf,
            int templateVersion,
            LocalDate date,
            Channel channel,
            String sentBy) {}
}
