package org.answerable.directory.export;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringReader;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import org.answerable.directory.ServiceExport;
import org.answerable.directory.search.ServiceFilter;
import org.answerable.directory.store.ServiceItems;

/** Exports what is open to people, from the items that the feed gives. */
@ApplicationScoped
public class ExportServices implements ServiceExport {

    private static final ZoneId HERE = ZoneId.of("Europe/London");

    private ServiceItems services;
    private Clock clock;

    protected ExportServices() {}

    @Inject
    public ExportServices(ServiceItems services, Clock clock) {
        this.services = services;
        this.clock = clock;
    }

    @Override
    public void csvSet(OutputStream to) throws IOException {
        Instant now = clock.instant();
        LocalDate today = LocalDate.ofInstant(now, HERE);
        try (CsvFiles files = new CsvFiles()) {
            services.each(
                    ServiceFilter.NONE,
                    true,
                    today,
                    item -> {
                        try (JsonReader reader = Json.createReader(new StringReader(item))) {
                            files.add(reader.readObject());
                        }
                    });
            files.zip(CsvSetMetadata.of(today), now, to);
        }
    }
}
