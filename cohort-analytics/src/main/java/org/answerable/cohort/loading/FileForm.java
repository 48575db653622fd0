package org.answerable.cohort.loading;

import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Collectors;
import org.answerable.cohort.DatasetKind;
import org.answerable.cohort.data.PopulationFile;
import org.answerable.cohort.file.UnreadableFile;

/** The forms of files that are known, each with the columns that tell it. */
enum FileForm {
    /** Wide populations: the house form and those of the Office for National Statistics. */
    WIDE_POPULATION(
            DatasetKind.POPULATION,
            "lsoa11_code, lsoa21_code, ltla21_code, lad21_code or utla21_code with age_0, age_1 and so on; or LSOA"
                    + " Code, All Ages, 0 to 90+; or LSOA 2021 Code, Total, F0 to F90, M0 to M90") {
        @Override
        boolean fits(Header h) {
            return PopulationFile.isHeader(h.lowerCase());
        }
    },
    /** NHS England, patients registered at a GP practice, single year of age, by practice. */
    GP_AGES(
            DatasetKind.POPULATION,
            "EXTRACT_DATE, SUB_ICB_LOCATION_CODE or CCG_CODE, ORG_CODE, SEX, AGE, NUMBER_OF_PATIENTS") {
        @Override
        boolean fits(Header h) {
            return h.has("extract date", "org code", "sex", "age", "number of patients")
                    && h.at("org type") < 0;
        }
    },
    /** The same by sub-ICB location, integrated care board, region and England. */
    GP_REGIONS(
            DatasetKind.POPULATION,
            "EXTRACT_DATE, ORG_TYPE, ORG_CODE, SEX, AGE, NUMBER_OF_PATIENTS") {
        @Override
        boolean fits(Header h) {
            return h.has(
                    "extract date", "org type", "org code", "sex", "age", "number of patients");
        }
    },
    /** NHS England, totals of practices. */
    GP_TOTALS(DatasetKind.POPULATION, "EXTRACT_DATE, TYPE, CODE, SEX, AGE, NUMBER_OF_PATIENTS") {
        @Override
        boolean fits(Header h) {
            return h.has("extract date", "type", "code", "sex", "age", "number of patients");
        }
    },
    /** NHS England, patients of practices by LSOA. */
    GP_AREAS(
            DatasetKind.PRACTICE_AREAS,
            "EXTRACT_DATE, PRACTICE_CODE, LSOA_CODE, SEX, NUMBER_OF_PATIENTS") {
        @Override
        boolean fits(Header h) {
            return h.has("extract date", "practice code", "lsoa code", "number of patients");
        }
    },
    /** Nomis, mid-year estimates by single year of age (NM_2014_1), one row a number. */
    NOMIS(DatasetKind.POPULATION, "GEOGRAPHY_CODE, C_AGE_NAME, OBS_VALUE") {
        @Override
        boolean fits(Header h) {
            return h.has("geography code", "obs value") && h.at("c age name", "c age") >= 0;
        }
    },
    /** Indices of deprivation, file 7, or a short form of it. */
    DEPRIVATION(
            DatasetKind.DEPRIVATION,
            "LSOA code (2011) or (2021) with rank and decile of the Index of Multiple Deprivation; or"
                    + " lsoa21_code, IMD_rank, IMD_decile") {
        @Override
        boolean fits(Header h) {
            return DeprivationFile.area(h) >= 0
                    && DeprivationFile.rank(h) >= 0
                    && DeprivationFile.decile(h) >= 0;
        }
    },
    /** ONS Postcode Directory and National Statistics Postcode Lookup, old and new names. */
    POSTCODES(DatasetKind.POSTCODES, "pcds, doterm, and areas such as lsoa21cd or lad25cd") {
        @Override
        boolean fits(Header h) {
            return h.has("pcds");
        }
    },
    /** Codes and names of areas, and which lies in which. */
    LOOKUP(
            DatasetKind.AREAS,
            "columns of codes and names such as LSOA21CD, LSOA21NM, LAD21CD, LAD21NM, MSOA21CD, WD23CD") {
        @Override
        boolean fits(Header h) {
            return !h.has("pcds") && !LookupColumn.of(h).isEmpty();
        }
    };

    private final DatasetKind kind;
    private final String columns;

    FileForm(DatasetKind kind, String columns) {
        this.kind = kind;
        this.columns = columns;
    }

    DatasetKind kind() {
        return kind;
    }

    abstract boolean fits(Header header);

    /** Whether the list comes from GP practices. */
    boolean ofGpLists() {
        return name().startsWith("GP_");
    }

    /**
     * The form of a header.
     *
     * @param wanted the kind to be loaded, or null; a file may be taken for several
     */
    static Optional<FileForm> of(Header header, DatasetKind wanted) {
        return Arrays.stream(values())
                .filter(f -> wanted == null || f.kind == wanted)
                .filter(f -> f.fits(header))
                .findFirst();
    }

    /** Why this header cannot be taken, with what was found and what is expected. */
    static UnreadableFile unknown(Header header, DatasetKind wanted) {
        Optional<FileForm> other = of(header, null);
        if (other.isPresent()) {
            return new UnreadableFile(
                    header.line(),
                    "This file holds \""
                            + other.get().kind.label()
                            + "\", and it was to be loaded as \""
                            + wanted.label()
                            + "\". Choose the kind that fits. Found: "
                            + header.found()
                            + ".");
        }
        String expected =
                Arrays.stream(values())
                        .filter(f -> wanted == null || f.kind == wanted)
                        .map(f -> f.columns)
                        .collect(Collectors.joining("; or "));
        return new UnreadableFile(
                header.line(),
                "The columns are not those of a file that is known here. Found: "
                        + header.found()
                        + ". Expected: "
                        + (expected.isEmpty() ? "a GeoJSON file with boundaries" : expected)
                        + ".");
    }
}
