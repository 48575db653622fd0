package org.answerable.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import java.util.regex.Pattern;
import org.answerable.directory.Actor;
import org.answerable.directory.Editing;
import org.answerable.directory.ImportReport;
import org.answerable.directory.Imports;
import org.answerable.directory.Role;

/**
 * The partners and programmes that the published case names, as services that are invented and marked so. Dates are
 * written as days before the first start ({@code @20}), so that the directory looks kept up on any day.
 */
@ApplicationScoped
public class DemonstrationServices {

    private static final String FILE = "/demonstration/invented-services.ndjson";
    private static final Pattern DAYS_AGO = Pattern.compile("\"@(\\d+)\"");
    private static final Pattern TIME_AGO = Pattern.compile("\"@T(\\d+)\"");
    private static final double ASSURED_PARTNER = 0.6;

    /** The invented charity, whose services the account “provider” keeps. */
    private static final String CHARITY = "45a47ca6-eb61-5bc4-b5d7-f3ffe3aa089a";

    private static final Actor EDITOR =
            new Actor(
                    "editor",
                    "Edith Editor",
                    DemonstrationData.COUNCIL,
                    Set.of(Role.DIRECTORY_EDITOR));

    @Inject private Imports imports;
    @Inject private Editing editing;
    @Inject private Clock clock;

    void add() {
        ImportReport report =
                imports.file(
                        "Demonstration",
                        ASSURED_PARTNER,
                        new ByteArrayInputStream(dated().getBytes(StandardCharsets.UTF_8)),
                        EDITOR);
        if (report.faulty() > 0 || report.warnings() > 0) {
            throw new IllegalStateException("The demonstration services are faulty: " + report);
        }
        editing.member(CHARITY, "provider", true, EDITOR);
    }

    private String dated() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/London"));
        String text =
                DAYS_AGO.matcher(read())
                        .replaceAll(
                                ago -> "\"" + today.minusDays(Long.parseLong(ago.group(1))) + "\"");
        return TIME_AGO.matcher(text)
                .replaceAll(
                        ago ->
                                "\""
                                        + clock.instant()
                                                .truncatedTo(ChronoUnit.SECONDS)
                                                .minus(
                                                        Long.parseLong(ago.group(1)),
                                                        ChronoUnit.DAYS)
                                        + "\"");
    }

    private static String read() {
        try (InputStream file = DemonstrationServices.class.getResourceAsStream(FILE)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
