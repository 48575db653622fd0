package org.answerable.directory.geography;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.List;
import org.answerable.directory.Actor;
import org.answerable.directory.AreaFiles;
import org.answerable.directory.InvalidInput;
import org.answerable.directory.ReceivedFile;
import org.answerable.directory.RejectedRow;
import org.answerable.directory.Role;
import org.answerable.directory.TooLarge;
import org.answerable.directory.geography.store.AreaTable;
import org.answerable.directory.geography.store.AreaTable.Content;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** An editor loads a look-up or the boundaries of LSOAs: all of the file, or nothing. */
@ApplicationScoped
public class LoadAreas implements AreaFiles {

    private static final String FIELD = "file";
    private static final int LOOK_AHEAD = 64;

    private AreaTable areas;
    private Clock clock;
    private long maxBytes;

    protected LoadAreas() {}

    @Inject
    public LoadAreas(
            AreaTable areas,
            Clock clock,
            @ConfigProperty(name = "answerable.areas.max-bytes", defaultValue = "134217728")
                    long maxBytes) {
        this.areas = areas;
        this.clock = clock;
        this.maxBytes = maxBytes;
    }

    @Override
    public Report load(ReceivedFile file, boolean demonstration, Actor actor) {
        actor.require(Role.DIRECTORY_EDITOR, Role.ADMIN);
        if (file.bytes() > maxBytes) {
            throw new TooLarge(maxBytes, "ANSWERABLE_AREAS_MAX_BYTES");
        }
        Content content;
        List<RejectedRow> faults;
        try (InputStream in = new BufferedInputStream(file.open())) {
            if (isJson(in)) {
                Boundaries read = new Boundaries();
                read.read(in);
                content = new Content(read.areas().values(), read.parts(), read.points());
                faults = read.faults();
            } else {
                AreaLookup read = new AreaLookup();
                CsvInput csv = new CsvInput(in);
                if (!AreaLookup.isIn(csv.header())) {
                    throw new InvalidInput(
                            FIELD,
                            "The file has no columns such as LSOA21CD and LSOA21NM, and is no GeoJSON");
                }
                read.read(csv);
                content = new Content(read.areas().values(), read.parts(), List.of());
                faults = read.faults();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (faults.isEmpty()) {
            if (content.areas().isEmpty()) {
                throw new InvalidInput(FIELD, "The file has no row");
            }
            areas.keep(content, demonstration, SafeText.shown(file.name()), actor, clock.instant());
        }
        return new Report(
                content.areas().size(), content.parts().size(), content.points().size(), faults);
    }

    @Override
    public List<Holding> holdings() {
        return areas.holdings();
    }

    @Override
    public long maxBytes() {
        return maxBytes;
    }

    private static boolean isJson(InputStream in) throws IOException {
        in.mark(LOOK_AHEAD);
        byte[] first = in.readNBytes(LOOK_AHEAD);
        in.reset();
        for (byte b : first) {
            boolean mark = b == (byte) 0xEF || b == (byte) 0xBB || b == (byte) 0xBF;
            if (!mark && !Character.isWhitespace(b)) {
                return b == '{';
            }
        }
        return false;
    }
}
