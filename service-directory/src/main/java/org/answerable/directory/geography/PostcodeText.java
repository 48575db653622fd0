package org.answerable.directory.geography;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.answerable.directory.InvalidInput;

/**
 * A postcode as people type it: capital or small letters, with or without blank.
 *
 * @param outward the first half, {@code LN1}
 * @param inward the second half, {@code 1AA}; empty when only the first was given
 */
record PostcodeText(String outward, String inward) {

    static final String FIELD = "postcode";

    private static final String OUTWARD = "([A-Z]{1,2}[0-9][A-Z0-9]?|GIR)";
    private static final Pattern WHOLE = Pattern.compile(OUTWARD + " ?([0-9][A-Z]{2})");
    private static final Pattern FIRST_HALF = Pattern.compile(OUTWARD);
    private static final int LONGEST = 40;

    /**
     * @throws InvalidInput field {@code postcode}
     */
    static PostcodeText read(String typed) {
        String text = typed == null ? "" : typed;
        if (text.length() > LONGEST) {
            throw malformed();
        }
        text = text.replaceAll("[\\s\\p{Z}]+", " ").strip().toUpperCase(Locale.ROOT);
        Matcher whole = WHOLE.matcher(text);
        PostcodeText read;
        if (whole.matches()) {
            read = new PostcodeText(whole.group(1), whole.group(2));
        } else if (FIRST_HALF.matcher(text).matches()) {
            read = new PostcodeText(text, "");
        } else {
            throw malformed();
        }
        if (read.northernIreland()) {
            throw new InvalidInput(
                    FIELD,
                    "Postcodes of Northern Ireland are not held here, because they need a licence of"
                            + " their own. Use a postcode in Great Britain");
        }
        return read;
    }

    /** Whether a postcode without blank has the form of one. */
    static boolean isWhole(String postcode) {
        return WHOLE.matcher(postcode).matches();
    }

    boolean northernIreland() {
        return outward.startsWith("BT");
    }

    boolean whole() {
        return !inward.isEmpty();
    }

    /** Without blank, as it is kept. */
    String key() {
        return outward + inward;
    }

    @Override
    public String toString() {
        return whole() ? outward + " " + inward : outward;
    }

    private static InvalidInput malformed() {
        return new InvalidInput(
                FIELD, "Enter a whole postcode such as LN1 1YL, or its first half such as LN1");
    }
}
