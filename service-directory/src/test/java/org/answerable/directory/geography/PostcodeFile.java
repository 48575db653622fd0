package org.answerable.directory.geography;

import java.util.ArrayList;
import java.util.List;

/** A made postcode directory with the column names of some edition. */
final class PostcodeFile {

    static final String UNTIL_2024 =
            "pcd,pcd2,pcds,dointr,doterm,oscty,ced,oslaua,osward,oseast1m,ctry,oa11,lsoa11,msoa11,wz11,sicbl,ru11ind,lat,long,icb,oa21,lsoa21,msoa21";
    static final String SINCE_2025 =
            "pcd7,pcd8,pcds,dointr,doterm,cty25cd,ced25cd,lad25cd,wd25cd,east1m,ctry25cd,oa11cd,lsoa11cd,msoa11cd,wz11cd,sicbl24cd,ruc21ind,lat,long,icb23cd,oa21cd,lsoa21cd,msoa21cd";

    private final List<String> lines = new ArrayList<>();

    PostcodeFile(String header) {
        lines.add(header);
    }

    /** A postcode of the county with its place in an LSOA. */
    PostcodeFile with(
            String postcode,
            String terminated,
            String district,
            String lsoa21,
            String latitude,
            String longitude) {
        return row(postcode, terminated, "E10000019", district, lsoa21, latitude, longitude);
    }

    PostcodeFile row(
            String postcode,
            String terminated,
            String county,
            String district,
            String lsoa21,
            String latitude,
            String longitude) {
        boolean inside = county.equals("E10000019");
        lines.add(
                String.join(
                        ",",
                        postcode.replace(" ", ""),
                        postcode,
                        postcode,
                        "198001",
                        terminated,
                        county,
                        "E99999999",
                        district,
                        "E05000001",
                        "497000",
                        "E92000001",
                        "E00000001",
                        "E01000001",
                        "E02000001",
                        "E33000001",
                        inside ? "E38000238" : "E38000001",
                        "A1",
                        latitude,
                        longitude,
                        inside ? "E54000013" : "E54000001",
                        "E00000002",
                        lsoa21,
                        "E02005417"));
        return this;
    }

    PostcodeFile line(String line) {
        lines.add(line);
        return this;
    }

    String text() {
        return String.join("\r\n", lines) + "\r\n";
    }
}
