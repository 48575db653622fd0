package org.answerable.web.directory;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.answerable.directory.AreaKind;
import org.answerable.directory.Directory.Need;
import org.answerable.directory.EditorsView.KnownPlace;
import org.answerable.directory.Geography;
import org.answerable.directory.ServiceDraft;
import org.answerable.directory.ServiceView;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;

/** The form of a service: its fields in the order of the page, from and to a draft. */
final class DraftForm {

    static final List<String> FIELDS =
            List.of(
                    "organization",
                    "newOrganization",
                    "name",
                    "description",
                    "status",
                    "alert",
                    "ageFrom",
                    "ageTo",
                    "ageUnit",
                    "weekFrom",
                    "weekTo",
                    "eligibility",
                    "referral",
                    "cost",
                    "free",
                    "url",
                    "email",
                    "phones",
                    "hours",
                    "attending",
                    "terms",
                    "areas",
                    "languages",
                    "places",
                    "placeName",
                    "placeStreet",
                    "placeTown",
                    "placePostcode",
                    "placeConfidential",
                    "tier",
                    "leadProfession",
                    "capacityUnit",
                    "capacityAvailable",
                    "capacityMaximum",
                    "internal",
                    "reason");

    private static final String YES = "yes";

    private DraftForm() {}

    static DraftChoices choices(
            List<ServiceView.Organization> organizations,
            List<Need> terms,
            Geography geography,
            List<KnownPlace> places) {
        List<Option> offered = new ArrayList<>();
        offered.add(new Option("", "Choose"));
        organizations.forEach(o -> offered.add(new Option(o.id(), o.name())));
        return new DraftChoices(
                offered,
                terms.stream().map(t -> new Option(t.id(), t.name())).toList(),
                Stream.of(AreaKind.COUNTY, AreaKind.DISTRICT)
                        .flatMap(kind -> geography.areas(kind).stream())
                        .map(area -> new Option(area.code(), area.name()))
                        .toList(),
                places.stream()
                        .map(
                                place ->
                                        new Option(
                                                place.id(),
                                                place.name()
                                                        + (place.confidential()
                                                                ? " (address not published)"
                                                                : ""),
                                                place.address()))
                        .toList());
    }

    static PageForm filled(ServiceDraft d) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put("base", List.of(Integer.toString(d.base())));
        values.put("organization", List.of(d.organization()));
        values.put("name", List.of(d.name()));
        values.put("description", List.of(d.description()));
        values.put("status", List.of(d.status()));
        values.put("alert", List.of(d.alert()));
        values.put("ageFrom", List.of(d.ageFrom()));
        values.put("ageTo", List.of(d.ageTo()));
        values.put("ageUnit", List.of(d.ageUnit()));
        values.put("weekFrom", List.of(d.weekFrom()));
        values.put("weekTo", List.of(d.weekTo()));
        values.put("eligibility", List.of(d.eligibility()));
        values.put("referral", List.of(d.referral()));
        values.put("cost", List.of(d.cost()));
        values.put("free", d.free() ? List.of(YES) : List.of());
        values.put("url", List.of(d.url()));
        values.put("email", List.of(d.email()));
        values.put("phones", List.of(d.phones()));
        values.put("hours", List.of(d.hours()));
        values.put("attending", d.attending());
        values.put("terms", d.terms());
        values.put("areas", d.areas());
        values.put("languages", List.of(d.languages()));
        values.put("places", d.places());
        values.put("tier", List.of(d.tier()));
        values.put("leadProfession", List.of(d.leadProfession()));
        values.put("capacityUnit", List.of(d.capacityUnit()));
        values.put("capacityAvailable", List.of(d.capacityAvailable()));
        values.put("capacityMaximum", List.of(d.capacityMaximum()));
        values.put("internal", d.internal() ? List.of(YES) : List.of());
        return new PageForm(values, List.of());
    }

    static ServiceDraft draft(String id, PageForm f) {
        return new ServiceDraft(
                id,
                base(f.value("base")),
                f.value("organization"),
                f.value("newOrganization"),
                f.value("name"),
                f.value("description"),
                f.value("status"),
                f.value("alert"),
                f.value("ageFrom"),
                f.value("ageTo"),
                f.value("ageUnit"),
                f.value("weekFrom"),
                f.value("weekTo"),
                f.value("eligibility"),
                f.value("referral"),
                f.value("cost"),
                f.chosen("free", YES),
                f.value("url"),
                f.value("email"),
                f.value("phones"),
                f.value("hours"),
                f.all("attending"),
                f.all("terms"),
                f.all("areas"),
                f.value("languages"),
                f.all("places"),
                new ServiceDraft.Place(
                        f.value("placeName"),
                        f.value("placeStreet"),
                        f.value("placeTown"),
                        f.value("placePostcode"),
                        f.chosen("placeConfidential", YES)),
                f.value("tier"),
                f.value("leadProfession"),
                f.value("capacityUnit"),
                f.value("capacityAvailable"),
                f.value("capacityMaximum"),
                f.chosen("internal", YES),
                f.value("reason"));
    }

    private static int base(String text) {
        return text.matches("[0-9]{1,9}") ? Integer.parseInt(text) : 0;
    }
}
