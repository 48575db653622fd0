package org.answerable.web.directory;

import java.util.Map;
import org.answerable.directory.ImportReport;

/** Import runs in few words. */
public final class ImportWords {

    private static final Map<String, String> STATES =
            Map.of(
                    "running", "Running",
                    "done", "Done",
                    "refused", "Refused",
                    "failed", "Failed",
                    "stopped", "Stopped");
    private static final Map<String, String> COLOURS =
            Map.of("running", "blue", "done", "green", "stopped", "grey");

    private ImportWords() {}

    public static String state(ImportReport run) {
        return run.dry() && run.state().equals("done")
                ? "Checked"
                : STATES.getOrDefault(run.state(), run.state());
    }

    public static String colour(ImportReport run) {
        return COLOURS.getOrDefault(run.state(), "red");
    }

    /** Where its records came from. */
    public static String origin(ImportReport run) {
        return run.origin().isEmpty() ? "a file" : run.origin();
    }

    /** How much of a feed was read, or null for a file. */
    public static String pages(ImportReport run) {
        if (!run.fed()) {
            return null;
        }
        return run.pagesStated() == null
                ? Integer.toString(run.pages())
                : run.pages() + " of " + run.pagesStated() + " that the feed says it has";
    }
}
