package org.answerable.directory;

/** The upload is larger than the stated limit (HTTP 413). */
public class TooLarge extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param limit in bytes
     * @param setting the setting that raises it
     */
    public TooLarge(long limit, String setting) {
        super(
                "The upload is larger than the limit of "
                        + limit / (1L << 20)
                        + " MB. Nothing was kept. Ask the operator to raise "
                        + setting
                        + ".");
    }
}
