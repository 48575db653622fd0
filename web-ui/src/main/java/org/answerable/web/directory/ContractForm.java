package org.answerable.web.directory;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.answerable.directory.Contract;
import org.answerable.directory.ContractLine;
import org.answerable.directory.ContractTerms;
import org.answerable.directory.ContractTerms.Commissioner;
import org.answerable.directory.ContractTerms.Party;
import org.answerable.web.page.DateParts;
import org.answerable.web.page.PageForm;

/** The fields of a contract, without its lines. */
final class ContractForm {

    static final List<String> FIELDS =
            List.of(
                    "title",
                    "commissioners",
                    "provider",
                    "subContractors",
                    "services",
                    "starts",
                    "ends",
                    "extensionUntil",
                    "terminatedOn",
                    "valueAYear",
                    "indicators",
                    "documents",
                    "reason");

    private ContractForm() {}

    /** What was typed, with the lines as they are. */
    static ContractTerms terms(PageForm form, List<ContractLine> lines) {
        FormReader read = new FormReader(form);
        List<Commissioner> commissioners = new ArrayList<>();
        for (String line : read.lines("commissioners")) {
            int at = line.lastIndexOf(';');
            String share = at < 0 ? "" : line.substring(at + 1).replace("%", "").strip();
            commissioners.add(
                    new Commissioner(
                            at < 0 ? line : line.substring(0, at).strip(),
                            null,
                            share.isEmpty() ? null : read.number("commissioners", share)));
        }
        ContractTerms terms =
                new ContractTerms(
                        read.text("title"),
                        commissioners,
                        Party.named(read.text("provider")),
                        read.lines("subContractors"),
                        read.lines("services").stream().map(ContractForm::serviceId).toList(),
                        read.date("starts"),
                        read.date("ends"),
                        read.date("extensionUntil"),
                        read.date("terminatedOn"),
                        read.number("valueAYear"),
                        read.text("indicators"),
                        read.text("documents"),
                        lines);
        read.done();
        return terms;
    }

    /** The form of what is stored. */
    static PageForm of(Contract contract) {
        ContractTerms terms = contract.terms();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("version", Integer.toString(contract.version()));
        values.put("title", terms.title());
        values.put(
                "commissioners",
                terms.commissioners().stream()
                        .map(c -> c.name() + (c.share() == null ? "" : "; " + plain(c.share())))
                        .collect(Collectors.joining("\n")));
        values.put("provider", terms.provider().name());
        values.put("subContractors", String.join("\n", terms.subContractors()));
        values.put("services", String.join("\n", terms.services()));
        if (terms.valueAYear() != null) {
            values.put("valueAYear", plain(terms.valueAYear()));
        }
        values.put("indicators", terms.indicators());
        values.put("documents", terms.documents());
        values.putAll(DateParts.of("starts", terms.starts()));
        if (terms.ends() != null) {
            values.putAll(DateParts.of("ends", terms.ends()));
        }
        if (terms.extensionUntil() != null) {
            values.putAll(DateParts.of("extensionUntil", terms.extensionUntil()));
        }
        if (terms.terminatedOn() != null) {
            values.putAll(DateParts.of("terminatedOn", terms.terminatedOn()));
        }
        return PageForm.filled(values);
    }

    static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }

    /** The id at the end of the address of a service, or what was typed. */
    static String serviceId(String line) {
        return line.substring(line.lastIndexOf('/') + 1);
    }
}
