package org.answerable.foi.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;

/** The catalogue that comes with the product, read from its versioned file. */
public final class FoiaCatalogue implements ExemptionCatalogue {

    private static final String FILE = "foia-grounds-2026-01.catalogue";

    private final String version;
    private final List<ExemptionEntry> entries;

    public FoiaCatalogue() {
        List<ExemptionEntry> read = new ArrayList<>();
        String found = "";
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                FoiaCatalogue.class.getResourceAsStream(FILE),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\\|", -1);
                if (line.startsWith("version:")) {
                    found = line.substring("version:".length()).strip();
                } else if (!line.startsWith("#") && cells.length == 5) {
                    read.add(entry(cells));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        version = found;
        entries = List.copyOf(read);
    }

    private static ExemptionEntry entry(String[] cells) {
        return new ExemptionEntry(
                cells[0].strip(),
                cells[1].strip(),
                ExemptionEntry.Test.valueOf(cells[2].strip()),
                ExemptionEntry.Basis.valueOf(cells[3].strip()),
                cells[4].strip());
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public List<ExemptionEntry> all() {
        return entries;
    }

    @Override
    public Optional<ExemptionEntry> find(String code) {
        return entries.stream().filter(e -> e.code().equals(code)).findFirst();
    }
}
