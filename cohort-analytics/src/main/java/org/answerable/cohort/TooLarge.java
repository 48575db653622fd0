package org.answerable.cohort;

/** The upload is larger than the stated limit (HTTP 413). */
public class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private static final long MEGABYTE = 1L << 20;

    /** An upload beyond a limit given in bytes; the message states the limit. */
    public TooLarge(long limit) {
        super(
                "The upload is larger than the limit of "
                        + inWords(limit)
                        + ". Nothing was kept. Leave out columns that are not needed, or ask the"
                        + " operator to raise answerable.upload.max-bytes.");
    }

    private static String inWords(long bytes) {
        boolean whole = bytes >= MEGABYTE && bytes % MEGABYTE == 0;
        return whole ? bytes / MEGABYTE + " MB" : bytes + " bytes";
    }
}
