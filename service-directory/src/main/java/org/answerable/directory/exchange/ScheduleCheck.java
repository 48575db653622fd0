package org.answerable.directory.exchange;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.answerable.directory.hsds.Finding;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.schedule.HoursInWords;
import org.answerable.directory.schedule.OverlappingHours;

/** Finds opening hours that overlap, of the service and of each of its places. */
final class ScheduleCheck {

    private ScheduleCheck() {}

    static List<Finding> of(JsonObject service, LocalDate today) {
        List<Finding> found = new ArrayList<>();
        check(service, "", today, found);
        List<JsonObject> places = Properties.objects(service, "service_at_locations");
        for (int i = 0; i < places.size(); i++) {
            check(places.get(i), "/service_at_locations/" + i, today, found);
        }
        return found;
    }

    private static void check(
            JsonObject owner, String pointer, LocalDate today, List<Finding> found) {
        List<JsonObject> schedules = Properties.objects(owner, "schedules");
        for (int position : OverlappingHours.in(schedules, today)) {
            found.add(
                    new Finding(
                            pointer + "/schedules/" + position,
                            "schedules",
                            HoursInWords.of(schedules.get(position)),
                            Finding.Severity.WARNING,
                            "opening hours of one place do not overlap",
                            "Check them. They are kept as they came."));
        }
    }
}
