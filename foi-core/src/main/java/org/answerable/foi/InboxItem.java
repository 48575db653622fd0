package org.answerable.foi;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A message that came in.
 *
 * @param received the day of receipt, to be checked by the officer (R4)
 * @param notes what could not be read of it
 * @param reference the case that it became, or was added to
 * @param reason why it was dismissed; else empty
 */
public record InboxItem(
        long id,
        String senderName,
        String senderEmail,
        String subject,
        LocalDate received,
        String text,
        List<String> notes,
        Status status,
        Optional<CaseReference> reference,
        String reason,
        String settledBy,
        Instant takenAt,
        List<Attachment> attachments) {

    /** What became of it. */
    public enum Status {
        NEW("New"),
        REGISTERED("Registered as a request"),
        ATTACHED("Added to a case"),
        DISMISSED("Dismissed");

        private final String label;

        Status(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /**
     * A file that came with it.
     *
     * @param mediaType what its bytes say it is
     * @param refusal why it was not kept; empty when it was
     */
    public record Attachment(
            long id, String name, String mediaType, long size, String sha256, String refusal) {}
}
