package org.answerable.directory.exchange;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.Map;
import org.answerable.directory.hsds.Finding;
import org.answerable.directory.hsds.Unfolded;
import org.answerable.directory.store.Change;
import org.answerable.directory.store.Known;
import org.answerable.directory.store.Received;
import org.answerable.directory.store.RunCounts;

/**
 * What came of examining some received services.
 *
 * @param good what can be published, taken apart
 * @param noted what is wrong with each, faulty or not
 * @param changes what is to be published
 * @param edited services that were edited here, with what the source would have
 */
record Examined(
        Map<Received, Unfolded> good,
        Map<Received, List<Finding>> noted,
        List<Change> changes,
        List<Edited> edited,
        RunCounts counts) {

    /** A service as it is in force, written here, and as the source has it. */
    record Edited(Known.Version current, JsonObject received) {}
}
