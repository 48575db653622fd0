package org.answerable.foi.law;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.answerable.foi.ExemptionCatalogue;
import org.answerable.foi.ExemptionEntry;

/** The catalogues that come with the product, one for each regime, read from versioned files. */
public final class ShippedCatalogue implements ExemptionCatalogue {

    private static final Map<String, String> FILES =
            Map.of(
                    Regime.FOIA.id(), "foia-grounds-2026-01.catalogue",
                    Regime.EIR.id(), "eir-exceptions-2026-01.catalogue");

    /** One file: its version and its entries in the order of the law. */
    private record Catalogue(String version, List<ExemptionEntry> entries) {}

    private final Catalogue foia = read(Regime.FOIA.id());
    private final Catalogue eir = read(Regime.EIR.id());

    private static Catalogue read(String regime) {
        List<ExemptionEntry> entries = new ArrayList<>();
        String version = "";
        try (BufferedReader lines =
                new BufferedReader(
                        new InputStreamReader(
                                ShippedCatalogue.class.getResourceAsStream(FILES.get(regime)),
                                StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] cells = line.split("\\|", -1);
                if (line.startsWith("version:")) {
                    version = line.substring("version:".length()).strip();
                } else if (!line.startsWith("#") && cells.length == 5) {
                    entries.add(entry(cells));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Catalogue(version, List.copyOf(entries));
    }

    private static ExemptionEntry entry(String[] cells) {
        return new ExemptionEntry(
                cells[0].strip(),
                cells[1].strip(),
                ExemptionEntry.Test.valueOf(cells[2].strip()),
                ExemptionEntry.Basis.valueOf(cells[3].strip()),
                cells[4].strip());
    }

    private Catalogue of(String regime) {
        return regime.equals(Regime.EIR.id()) ? eir : foia;
    }

    @Override
    public String version(String regime) {
        return of(regime).version();
    }

    @Override
    public List<ExemptionEntry> all(String regime) {
        return of(regime).entries();
    }

    @Override
    public Optional<ExemptionEntry> find(String regime, String code) {
        return all(regime).stream().filter(e -> e.code().equals(code)).findFirst();
    }

    @Override
    public Optional<ExemptionEntry> find(String code) {
        return find(Regime.FOIA.id(), code).or(() -> find(Regime.EIR.id(), code));
    }
}
