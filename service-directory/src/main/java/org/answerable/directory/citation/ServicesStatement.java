package org.answerable.directory.citation;

import jakarta.json.JsonObject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.answerable.directory.Citation;
import org.answerable.directory.hsds.AgesInWords;
import org.answerable.directory.hsds.Properties;
import org.answerable.directory.hsds.ServiceFacts;
import org.answerable.directory.store.Known;

/** Services as the directory had them on a day. */
final class ServicesStatement {

    private ServicesStatement() {}

    /**
     * @param ids in the order asked for
     * @param organizations names by id
     */
    static Statement of(
            List<String> ids,
            Map<String, Known.Version> versions,
            Map<String, String> organizations,
            LocalDate at) {
        List<Citation.Row> rows = new ArrayList<>();
        List<Citation.Reference> references = new ArrayList<>();
        for (String id : ids) {
            Known.Version version = versions.get(id);
            JsonObject service = version.document();
            ServiceFacts facts = ServiceFacts.of(service, List.of());
            String organization =
                    organizations.getOrDefault(Properties.text(service, "organization_id"), "");
            rows.add(
                    new Citation.Row(
                            facts.name(),
                            List.of(
                                    organization,
                                    facts.status(),
                                    ages(facts),
                                    facts.tier() == null ? "not said" : facts.tier(),
                                    facts.assuredDate() == null
                                            ? "never"
                                            : CommissioningStatement.day(facts.assuredDate()))));
            references.add(
                    new Citation.Reference(
                            id,
                            version.number(),
                            facts.name(),
                            organization,
                            CommissioningStatement.sha256(service.toString())));
        }
        String day = CommissioningStatement.day(at);
        String services = rows.size() == 1 ? "One service" : rows.size() + " services";
        return new Statement(
                services + " of the directory, " + day,
                services
                        + ", as the directory of services had "
                        + (rows.size() == 1 ? "it" : "them")
                        + " on "
                        + day
                        + ".",
                List.of("Offered by", "Status", "For whom", "Kind of offer", "Checked on"),
                rows,
                references,
                "Each service is shown in the version that was in force at the end of the day. “Checked on” is the"
                        + " day on which whoever offers it last said that the record was correct.");
    }

    private static String ages(ServiceFacts facts) {
        String ages = AgesInWords.of(facts.ages());
        String weeks = AgesInWords.weeks(facts.weekFrom(), facts.weekTo());
        if (ages == null) {
            return weeks == null ? "not said" : weeks;
        }
        return weeks == null ? ages : ages + "; " + weeks;
    }
}
