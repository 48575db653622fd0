package org.answerable.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.answerable.foi.Authorities;
import org.answerable.foi.Authority;
import org.answerable.foi.AuthorityKind;
import org.answerable.foi.Conflict;
import org.answerable.foi.InvalidInput;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.Option;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;
import org.answerable.web.security.LocalAccounts;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Makes the first authority and its administrator in a new installation. Only while there is no
 * account, and only with the code that the operator reads where the server was started.
 */
@Path("/setup")
@Controller
@RequestScoped
public class SetupPages {

    private static final List<String> FIELDS =
            List.of(
                    "setupCode",
                    "name",
                    "kind",
                    "code",
                    "prefix",
                    "displayName",
                    "username",
                    "password");

    @Inject private LocalAccounts accounts;
    @Inject private Authorities authorities;
    @Inject private Views views;

    @Inject
    @ConfigProperty(name = "ANSWERABLE_SETUP_CODE")
    private Optional<String> setupCode;

    @GET
    public Response form() {
        requireNew();
        return page(PageForm.filled(Map.of("kind", AuthorityKind.COUNCIL.name())));
    }

    @POST
    @Transactional
    public Response setUp(Form sent) {
        requireNew();
        PageForm form = PageForm.of(sent.asMap()).alsoWith("roles", "admin");
        NewAccount wanted = NewAccount.of(form);
        List<FieldProblem> problems = new ArrayList<>(wanted.problems());
        if (!isSetupCode(form.value("setupCode"))) {
            problems.add(
                    new FieldProblem(
                            "setupCode",
                            "Enter the code that was printed when the server started"));
        }
        if (problems.isEmpty()) {
            try {
                authorities.add(authority(form));
            } catch (InvalidInput invalid) {
                invalid.errors()
                        .forEach(e -> problems.add(new FieldProblem(e.field(), e.message())));
            } catch (Conflict conflict) {
                problems.add(new FieldProblem("code", conflict.getMessage()));
            }
        }
        if (!problems.isEmpty()) {
            return page(form.with(problems, FIELDS));
        }
        accounts.add(
                wanted.username(),
                wanted.displayName(),
                form.value("code").strip(),
                Set.of("admin"),
                wanted.password());
        return views.goTo("/sign-in?next=/accounts");
    }

    private static Authority authority(PageForm form) {
        AuthorityKind kind =
                Arrays.stream(AuthorityKind.values())
                        .filter(k -> k.name().equals(form.value("kind")))
                        .findFirst()
                        .orElse(AuthorityKind.COUNCIL);
        return new Authority(
                form.value("code").strip(),
                form.value("name").strip(),
                kind,
                form.value("prefix").strip());
    }

    private boolean isSetupCode(String typed) {
        byte[] right = setupCode.orElseThrow().getBytes(StandardCharsets.UTF_8);
        return MessageDigest.isEqual(right, typed.strip().getBytes(StandardCharsets.UTF_8));
    }

    private void requireNew() {
        if (setupCode.isEmpty() || accounts.any()) {
            throw new NotFoundException();
        }
    }

    private Response page(PageForm form) {
        List<Option> kinds =
                Arrays.stream(AuthorityKind.values())
                        .map(kind -> new Option(kind.name(), kind.label()))
                        .toList();
        return views.form(form, "account/setup.jte", Map.of("form", form, "kinds", kinds));
    }
}
