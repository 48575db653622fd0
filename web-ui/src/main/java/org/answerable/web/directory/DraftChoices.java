package org.answerable.web.directory;

import java.util.List;
import org.answerable.web.page.Option;

/** What can be chosen in the form of a service. */
public record DraftChoices(
        List<Option> organizations, List<Option> terms, List<Option> areas, List<Option> places) {

    public static final List<Option> STATUSES =
            List.of(
                    new Option("active", "Active"),
                    new Option("temporarily closed", "Temporarily closed"),
                    new Option("inactive", "Inactive: not in the public list"),
                    new Option("defunct", "Defunct: ended for good"));
    public static final List<Option> UNITS =
            List.of(new Option("months", "months"), new Option("years", "years"));
    public static final List<Option> WAYS =
            List.of(
                    new Option("in_person", "In person"),
                    new Option("online", "Online"),
                    new Option("telephone", "By telephone"),
                    new Option("home_visit", "At people’s homes"));
    public static final List<Option> TIERS =
            List.of(
                    new Option("", "Not said"),
                    new Option("universal", "Universal: for every family"),
                    new Option("targeted", "Targeted: for families who meet a criterion"),
                    new Option("specialist", "Specialist: by referral to a team"));
    public static final List<Option> CAPACITIES =
            List.of(
                    new Option("", "Not said"),
                    new Option("family-place", "Places for families"),
                    new Option("caseload-place", "Places on a caseload"),
                    new Option("group-place", "Places in a group"),
                    new Option("appointment", "Appointments"),
                    new Option("wte", "Whole-time equivalents"));
}
