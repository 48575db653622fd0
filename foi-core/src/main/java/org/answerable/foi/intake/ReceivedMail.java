package org.answerable.foi.intake;

import java.time.LocalDate;
import java.util.List;

/**
 * A message as it came in, as far as it can be read.
 *
 * @param messageId its own, or made from its bytes when it has none
 * @param received day of receipt in London (R4)
 * @param notes what could not be read or had to be guessed, for the officer
 */
public record ReceivedMail(
        String messageId,
        String senderName,
        String senderEmail,
        String subject,
        LocalDate received,
        String text,
        List<String> notes,
        List<ReceivedFile> files) {}
