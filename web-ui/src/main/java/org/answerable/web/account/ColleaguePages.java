package org.answerable.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;
import org.answerable.web.security.ChangeAccount;
import org.answerable.web.security.LastAdministrator;
import org.answerable.web.security.SignedIn;
import org.answerable.web.security.store.Account;

/** One account of the administrator's own authority: name, roles, password, closed or open. */
@Path("/accounts/{username: [a-z0-9][a-z0-9._-]*}")
@Controller
@RequestScoped
public class ColleaguePages {

    private static final List<String> FIELDS = List.of("displayName", "roles", "password");

    @Inject private ChangeAccount accounts;
    @Inject private SignedIn signedIn;
    @Inject private Views views;

    @PathParam("username")
    private String username;

    @GET
    public Response show(@QueryParam("done") @DefaultValue("") String done) {
        return page(PageForm.empty(), done);
    }

    @POST
    public Response change(Form sent) {
        Account account = account();
        PageForm form = PageForm.of(sent.asMap());
        List<FieldProblem> problems = new ArrayList<>();
        String displayName = AccountRules.displayName(form, problems);
        Set<String> roles = AccountRules.roles(form, problems);
        if (problems.isEmpty()) {
            try {
                accounts.change(account, displayName, roles, administrator());
                return done("changed");
            } catch (LastAdministrator last) {
                problems.add(new FieldProblem("roles", last.getMessage()));
            }
        }
        return page(form.with(problems, FIELDS), "");
    }

    @POST
    @Path("password")
    public Response setPassword(Form sent) {
        Account account = account();
        PageForm form = PageForm.of(sent.asMap());
        List<FieldProblem> problems = new ArrayList<>();
        String password = AccountRules.password(form, problems);
        if (!problems.isEmpty()) {
            return page(form.with(problems, FIELDS), "");
        }
        accounts.setPassword(account, password, administrator());
        return done("password");
    }

    @POST
    @Path("close")
    public Response close() {
        try {
            accounts.close(account(), administrator());
            return done("closed");
        } catch (LastAdministrator last) {
            PageForm form = PageForm.empty();
            return page(form.with(List.of(new FieldProblem("", last.getMessage())), FIELDS), "");
        }
    }

    @POST
    @Path("reopen")
    public Response reopen() {
        accounts.reopen(account(), administrator());
        return done("reopened");
    }

    private Response done(String what) {
        return views.goTo("/accounts/" + username + "?done=" + what);
    }

    private Response page(PageForm typed, String done) {
        Account account = account();
        return views.form(
                typed,
                "account/colleague.jte",
                Map.of(
                        "account",
                        account,
                        "last",
                        accounts.isLastAdministrator(account),
                        "history",
                        accounts.history(account),
                        "roles",
                        AccountRoles.ALL,
                        "form",
                        filled(typed, account),
                        "done",
                        done));
    }

    /** What is stored, where the form that was sent has nothing else. */
    private static PageForm filled(PageForm typed, Account account) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        boolean details = typed.values().containsKey("displayName");
        if (!details) {
            values.put("displayName", List.of(account.displayName()));
            values.put("roles", List.copyOf(account.roles()));
        }
        values.putAll(typed.values());
        return new PageForm(values, typed.problems());
    }

    private Account account() {
        return accounts.find(username, administrator()).orElseThrow(NotFoundException::new);
    }

    private Account administrator() {
        Account account =
                signedIn.account().orElseThrow(() -> new NotAuthorizedException("Session"));
        if (!account.has("admin")) {
            throw new ForbiddenException();
        }
        return account;
    }
}
