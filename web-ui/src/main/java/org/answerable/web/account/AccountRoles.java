package org.answerable.web.account;

import java.util.List;
import org.answerable.web.page.Option;
import org.answerable.web.security.store.Account;

/** The roles in the order and the words in which pages offer them. */
public final class AccountRoles {

    static final List<Option> ALL =
            List.of(
                    new Option("officer", "FOI officer", "Registers, answers and sends"),
                    new Option(
                            "contributor",
                            "Contributor",
                            "Supplies the material for questions that are allocated to them"),
                    new Option("approver", "Approver", "Approves what others drafted"),
                    new Option("reviewer", "Internal reviewer", "Decides reviews of answers"),
                    new Option("publisher", "Publisher", "Publishes and withdraws answers"),
                    new Option(
                            "qualified-person",
                            "Qualified person",
                            "Records opinions for section 36"),
                    new Option("auditor", "Auditor", "Reads cases and their history"),
                    new Option("analyst", "Analyst", "Loads datasets and computes figures"),
                    new Option("directory-editor", "Directory editor", "Keeps the services"),
                    new Option(
                            "training-registrar",
                            "Training registrar",
                            "Sees the names in the training register"),
                    new Option(
                            "provider",
                            "Service provider",
                            "Keeps the services of the organisations they are a member of"),
                    new Option("admin", "Administrator", "Looks after the accounts"));

    private AccountRoles() {}

    /** What an account may do, in words: “FOI officer, Publisher”. */
    public static String words(Account account) {
        return String.join(
                ", ",
                ALL.stream().filter(role -> account.has(role.value())).map(Option::text).toList());
    }
}
