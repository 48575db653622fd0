package org.answerable.web.demonstration;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Set;
import org.answerable.directory.Actor;
import org.answerable.directory.AreaFiles;
import org.answerable.directory.PostcodeEdition;
import org.answerable.directory.PostcodeEditions;
import org.answerable.directory.PostcodeLoad;
import org.answerable.directory.Role;

/**
 * The districts of Lincolnshire, its county and its board by their real codes, made of twelve invented
 * LSOAs, those of the invented system; and a postcode or two in each, near a town of the district.
 */
@ApplicationScoped
public class DemonstrationGeography {

    private static final Actor EDITOR =
            new Actor(
                    "editor",
                    "Edith Editor",
                    DemonstrationData.COUNCIL,
                    Set.of(Role.DIRECTORY_EDITOR));

    @Inject private AreaFiles areas;
    @Inject private PostcodeEditions postcodes;

    void add() {
        AreaFiles.Report report =
                areas.load(DemonstrationFile.named("invented-areas.csv"), true, EDITOR);
        if (!report.accepted()) {
            throw new IllegalStateException("The demonstration areas are faulty: " + report);
        }
        PostcodeEdition edition =
                postcodes.load(
                        new PostcodeLoad("2024-02", List.of(), true),
                        DemonstrationFile.named("invented-postcodes.csv"),
                        EDITOR);
        if (edition.state() != PostcodeEdition.State.CURRENT || edition.rejected() > 0) {
            throw new IllegalStateException("The demonstration postcodes are faulty: " + edition);
        }
    }
}
