package org.answerable.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.ForbiddenException;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.answerable.web.page.FieldProblem;
import org.answerable.web.page.PageForm;
import org.answerable.web.page.Views;
import org.answerable.web.security.LocalAccounts;
import org.answerable.web.security.SignedIn;
import org.answerable.web.security.store.Account;

/** The accounts of the administrator's own authority. */
@Path("/accounts")
@Controller
@RequestScoped
public class AccountsPages {

    @Inject private LocalAccounts accounts;
    @Inject private SignedIn signedIn;
    @Inject private Views views;

    @GET
    public Response list(@QueryParam("done") @DefaultValue("") String done) {
        return page(PageForm.empty(), done.equals("added"));
    }

    @POST
    public Response add(Form sent) {
        Account administrator = administrator();
        PageForm form = PageForm.of(sent.asMap());
        NewAccount wanted = NewAccount.of(form);
        List<FieldProblem> problems = new ArrayList<>(wanted.problems());
        if (problems.isEmpty() && accounts.exists(wanted.username())) {
            problems.add(new FieldProblem("username", "This user name is taken. Choose another"));
        }
        if (!problems.isEmpty()) {
            return page(form.with(problems, NewAccount.FIELDS), false);
        }
        accounts.add(
                wanted.username(),
                wanted.displayName(),
                administrator.authority(),
                wanted.roles(),
                wanted.password(),
                administrator.username());
        return views.goTo("/accounts?done=added");
    }

    private Response page(PageForm form, boolean added) {
        return views.form(
                form,
                "account/accounts.jte",
                Map.of(
                        "accounts",
                        accounts.of(administrator().authority()),
                        "roles",
                        AccountRoles.ALL,
                        "form",
                        form,
                        "added",
                        added));
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
