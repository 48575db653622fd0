package org.answerable.directory;

import java.util.List;

/**
 * What an operator says about a postcode file.
 *
 * @param edition year and month, {@code 2025-11}
 * @param onlyAround codes of counties, districts or integrated care boards to which the load is cut,
 *     with 50 km around; empty for everything
 * @param demonstration whether the postcodes are invented
 */
public record PostcodeLoad(String edition, List<String> onlyAround, boolean demonstration) {

    public PostcodeLoad {
        onlyAround = List.copyOf(onlyAround);
    }
}
