package org.answerable.web.page;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import org.answerable.web.security.FormToken;
import org.answerable.web.security.SignedIn;
import org.answerable.web.security.store.Account;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What the frame of every page needs: navigation, who is signed in, the form token, the assets. */
@RequestScoped
public class Layout {

    private static final List<String> CASEWORK =
            List.of(
                    "officer",
                    "approver",
                    "contributor",
                    "reviewer",
                    "publisher",
                    "qualified-person",
                    "auditor");

    /** One link of the navigation. */
    public record Link(String href, String text, boolean current) {}

    @Inject private HttpServletRequest request;
    @Inject private SignedIn signedIn;
    @Inject private FormToken formToken;
    @Inject private Assets assets;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_DEMO", defaultValue = "false")
    private boolean demonstration;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_BRAND", defaultValue = "Answerable")
    private String brand;

    public String brand() {
        return brand;
    }

    public boolean demonstration() {
        return demonstration;
    }

    public String asset(String name) {
        return assets.path(name);
    }

    public String formToken() {
        return formToken.value();
    }

    public boolean signedIn() {
        return signedIn.known().isPresent();
    }

    public String displayName() {
        return signedIn.known().map(Account::displayName).orElse("");
    }

    public boolean has(String role) {
        return signedIn.known().map(account -> account.has(role)).orElse(false);
    }

    /** The links that are of use to whoever looks at the page. */
    public List<Link> navigation() {
        List<Link> links = new ArrayList<>();
        if (CASEWORK.stream().anyMatch(this::has)) {
            links.add(link("/cases", "Cases"));
        }
        if (has("officer")) {
            links.add(link("/inbox", "Inbox"));
        }
        if (has("officer") || has("directory-editor")) {
            links.add(link("/statements", "Statements"));
        }
        if (has("approver")) {
            links.add(link("/approvals", "To approve"));
        }
        if (has("officer") || has("auditor")) {
            links.add(link("/reports", "Reports"));
        }
        if (has("analyst")) {
            links.add(link("/datasets", "Datasets"));
            links.add(link("/cohorts", "Cohorts"));
            links.add(link("/figures", "Figures"));
            links.add(link("/need", "Need"));
            links.add(link("/quantities", "Compare numbers"));
            links.add(link("/prevalence", "Prevalence"));
            links.add(link("/statistics", "Statistics"));
        }
        if (has("directory-editor") || has("provider")) {
            links.add(link("/directory", "Keep the directory"));
        }
        if (has("directory-editor")) {
            links.add(link("/contracts", "Contracts"));
            links.add(link("/coverage", "Coverage"));
        }
        if (has("directory-editor") || has("training-registrar")) {
            links.add(link(has("directory-editor") ? "/training" : "/training/people", "Training"));
        }
        if (has("admin")) {
            links.add(link("/administration", "Administration"));
        } else if (has("auditor")) {
            links.add(link("/history", "History"));
        }
        if (!signedIn()) {
            links.add(link("/requests/new", "Make a request"));
        }
        links.add(link("/disclosures", "Disclosure log"));
        links.add(link("/services", "Find a service"));
        return links;
    }

    private Link link(String href, String text) {
        String path = request.getRequestURI();
        return new Link(href, text, path.equals(href) || path.startsWith(href + "/"));
    }
}
