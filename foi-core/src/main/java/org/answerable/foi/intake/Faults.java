package org.answerable.foi.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.answerable.foi.Channel;
import org.answerable.foi.FieldError;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.Requester;

/** Collects the faults of one input, so that all of them are told at once. */
public final class Faults {

    private static final int MOST_SUBJECT = 200;
    private static final int MOST_NAME = 200;
    private static final int MOST_EMAIL = 254;
    private static final int MOST_ADDRESS = 1_000;
    private static final Pattern EMAIL = Pattern.compile("[^\\s@]+@[^\\s@]+\\.[^\\s@]+");

    private final List<FieldError> found = new ArrayList<>();

    public void add(String field, String message) {
        found.add(new FieldError(field, message));
    }

    public void addAll(List<FieldError> more) {
        found.addAll(more);
    }

    /** Whether a fault of this field was found. */
    public boolean any(String field) {
        return found.stream().anyMatch(fault -> fault.field().equals(field));
    }

    /** Adds a fault when the text is longer than the limit; the message says both numbers. */
    public void limit(String field, String label, String text, int most) {
        int length = text.codePointCount(0, text.length());
        if (length > most) {
            add(
                    field,
                    String.format(
                            Locale.UK,
                            "%s has %,d characters; the limit is %,d: shorten it.",
                            label,
                            length,
                            most));
        }
    }

    /** The text without space around it; a fault when it is empty or too long. */
    public String needed(String field, String label, String raw, int most) {
        String text = ReceivedText.block(raw);
        if (text.codePoints().allMatch(Faults::invisible)) {
            add(field, label + " is empty: fill it in.");
        }
        limit(field, label, text, most);
        return text;
    }

    /** Blanks of every kind, and marks such as the zero-width space that show nothing by themselves. */
    private static boolean invisible(int character) {
        return Character.isWhitespace(character)
                || Character.isSpaceChar(character)
                || Character.getType(character) == Character.FORMAT;
    }

    public String subject(String raw) {
        return ReceivedText.line(needed("subject", "The subject", raw, MOST_SUBJECT));
    }

    /** The channel; a request made by telephone is not valid (s.8(1)(a), R1). */
    public Optional<Channel> channel(String raw) {
        Optional<Channel> channel = Channel.find(raw);
        if (channel.isEmpty()) {
            add(
                    "channel",
                    "Choose how the request came in: email, post, web form, in person or other.");
        }
        return channel;
    }

    /** Real name and an address for correspondence (s.8 FOIA, R1). */
    public Requester requester(Requester raw) {
        String name =
                ReceivedText.line(
                        needed("requester.name", "The requester's name", raw.name(), MOST_NAME));
        String email = ReceivedText.line(raw.email());
        String address = ReceivedText.block(raw.postalAddress());
        if (email.isEmpty() && address.isEmpty()) {
            add(
                    "requester.email",
                    "Give an email address or a postal address: the answer must reach the requester.");
        }
        boolean tooLong = email.length() > MOST_EMAIL; // told by the limit
        if (!email.isEmpty() && !tooLong && !EMAIL.matcher(email).matches()) {
            add("requester.email", "This is not an email address: write it like name@example.org.");
        }
        limit("requester.email", "The email address", email, MOST_EMAIL);
        limit("requester.postalAddress", "The postal address", address, MOST_ADDRESS);
        return new Requester(name, email, address);
    }

    /**
     * Ends the checks.
     *
     * @throws InvalidInput when any fault was found
     */
    public void end() {
        if (!found.isEmpty()) {
            throw new InvalidInput(found);
        }
    }
}
