-- Areas by their codes, the LSOAs each is made of, and postcodes by edition of the ONS Postcode Directory.
-- Codes are data with dates, never constants: councils and boards are reorganised, and a name is used again.

CREATE TABLE directory.area (
    code text PRIMARY KEY CHECK (code ~ '^[A-Z][0-9]{8}$'),
    name text,
    kind text NOT NULL CHECK (kind IN ('LSOA21', 'LSOA11', 'MSOA21', 'WARD', 'DISTRICT', 'COUNTY', 'SUB_ICB', 'ICB',
        'REGION', 'COUNTRY')),
    valid_from date,
    valid_to date CHECK (valid_to > valid_from),
    demonstration boolean NOT NULL DEFAULT false
);
CREATE INDEX area_by_kind ON directory.area (kind, name, code);

-- Source: a publisher's look-up is believed before what follows from postcodes.
CREATE TABLE directory.area_part (
    area text NOT NULL REFERENCES directory.area (code),
    lsoa21 text NOT NULL REFERENCES directory.area (code),
    source text NOT NULL CHECK (source IN ('LOOKUP', 'POSTCODES', 'DEMONSTRATION')),
    PRIMARY KEY (area, lsoa21)
);
CREATE INDEX area_part_by_lsoa ON directory.area_part (lsoa21, area);
CREATE INDEX area_part_by_source ON directory.area_part (source);

-- A point that is surely inside the polygon of the LSOA. The centres that publishers list are not.
CREATE TABLE directory.lsoa_point (
    lsoa21 text PRIMARY KEY REFERENCES directory.area (code),
    latitude double precision NOT NULL,
    longitude double precision NOT NULL
);

CREATE TABLE directory.postcode_edition (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    edition date NOT NULL,
    file_name text NOT NULL,
    only_around text[] NOT NULL,
    demonstration boolean NOT NULL,
    state text NOT NULL CHECK (state IN ('LOADING', 'CURRENT', 'REPLACED', 'REFUSED', 'FAILED')),
    message text NOT NULL,
    rows_read bigint NOT NULL DEFAULT 0,
    rows_kept bigint NOT NULL DEFAULT 0,
    rows_terminated bigint NOT NULL DEFAULT 0,
    rows_without_point bigint NOT NULL DEFAULT 0,
    rows_northern_ireland bigint NOT NULL DEFAULT 0,
    rows_elsewhere bigint NOT NULL DEFAULT 0,
    rows_rejected bigint NOT NULL DEFAULT 0,
    bytes_read bigint NOT NULL DEFAULT 0,
    bytes_total bigint NOT NULL,
    started_at timestamptz NOT NULL,
    alive_at timestamptz NOT NULL,
    ended_at timestamptz,
    started_by text NOT NULL
);
CREATE UNIQUE INDEX one_edition_is_current ON directory.postcode_edition (state) WHERE state = 'CURRENT';
CREATE UNIQUE INDEX one_edition_is_loading ON directory.postcode_edition (state) WHERE state = 'LOADING';

-- Postcodes without blank. Rows of an edition that is not current are seen by nobody.
CREATE TABLE directory.postcode (
    edition bigint NOT NULL REFERENCES directory.postcode_edition (id),
    postcode text NOT NULL,
    line bigint NOT NULL,
    latitude double precision,
    longitude double precision,
    introduced date,
    terminated date,
    lsoa11 text,
    lsoa21 text,
    msoa21 text,
    ward text,
    district text,
    county text,
    icb text,
    sub_icb text,
    rural_urban text,
    PRIMARY KEY (edition, postcode),
    CHECK ((latitude IS NULL) = (longitude IS NULL))
);

-- The first half of postcodes: the middle of its live postcodes, and the areas that hold all of them.
CREATE TABLE directory.postcode_district (
    edition bigint NOT NULL REFERENCES directory.postcode_edition (id),
    outward text NOT NULL,
    latitude double precision NOT NULL,
    longitude double precision NOT NULL,
    postcodes integer NOT NULL,
    areas text[] NOT NULL,
    PRIMARY KEY (edition, outward)
);

CREATE TABLE directory.postcode_reject (
    edition bigint NOT NULL REFERENCES directory.postcode_edition (id),
    line bigint NOT NULL,
    column_name text NOT NULL,
    value text NOT NULL,
    message text NOT NULL
);
CREATE INDEX postcode_reject_by_edition ON directory.postcode_reject (edition, line);
