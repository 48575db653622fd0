package org.answerable.directory;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a contract says.
 *
 * @param commissioners the lead first
 * @param services public ids of the services that are provided under it
 * @param ends last day, or null when it is open
 * @param extensionUntil last day of a possible extension, or null
 * @param terminatedOn day from which it no longer counts, or null
 * @param valueAYear pounds a year, or null; never public
 */
public record ContractTerms(
        String title,
        List<Commissioner> commissioners,
        Party provider,
        List<String> subContractors,
        List<String> services,
        LocalDate starts,
        LocalDate ends,
        LocalDate extensionUntil,
        LocalDate terminatedOn,
        BigDecimal valueAYear,
        String indicators,
        String documents,
        List<ContractLine> lines) {

    /**
     * An organisation.
     *
     * @param organizationId its public id when the directory knows it, or null
     */
    public record Party(String name, String organizationId) {

        public static Party named(String name) {
            return new Party(name, null);
        }
    }

    /**
     * Who pays.
     *
     * @param share per cent, or null when it is not agreed
     */
    public record Commissioner(String name, String organizationId, BigDecimal share) {

        public static Commissioner named(String name) {
            return new Commissioner(name, null, null);
        }
    }

    public ContractTerms {
        commissioners = List.copyOf(commissioners);
        subContractors = List.copyOf(subContractors);
        services = List.copyOf(services);
        lines = List.copyOf(lines);
    }

    /** How the contract stands on a day. */
    public ContractState stateOn(LocalDate day) {
        if (terminatedOn != null && !day.isBefore(terminatedOn)) {
            return ContractState.TERMINATED;
        }
        if (day.isBefore(starts)) {
            return ContractState.PLANNED;
        }
        if (ends == null || !day.isAfter(ends)) {
            return ContractState.LIVE;
        }
        return extensionUntil != null && !day.isAfter(extensionUntil)
                ? ContractState.IN_EXTENSION
                : ContractState.ENDED;
    }

    /** Whether a line of it is in force on a day. */
    public boolean inForce(ContractLine line, LocalDate day) {
        return stateOn(day).inForce()
                && !day.isBefore(line.from())
                && (line.to() == null || !day.isAfter(line.to()));
    }
}
