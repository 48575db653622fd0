package org.answerable.web.account;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotAuthorizedException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import org.answerable.web.page.Problem;
import org.answerable.web.page.ProblemResponses;
import org.answerable.web.security.ApiTokens;
import org.answerable.web.security.LocalAccounts;
import org.answerable.web.security.SecretToken;
import org.answerable.web.security.store.Account;

/** {@code POST /api/tokens}: a program exchanges name and password for a token, once. */
@Path("/api/tokens")
@RequestScoped
public class TokenResource {

    private static final String BASIC = "Basic ";
    private static final int UNPROCESSABLE = 422;
    private static final int CREATED = 201;

    @Inject private LocalAccounts accounts;
    @Inject private ApiTokens tokens;
    @Inject private ProblemResponses problems;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public Response create(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, String sent) {
        Account owner =
                credentials(authorization)
                        .flatMap(pair -> accounts.check(pair[0], pair[1]))
                        .orElseThrow(() -> new NotAuthorizedException("Basic"));
        JsonObject body = object(sent);
        TokenRequest wanted = TokenRequest.of(text(body, "name"), text(body, "days"));
        if (!wanted.problems().isEmpty()) {
            return problems.response(
                    new Problem(
                            UNPROCESSABLE,
                            "The token was not made",
                            "Mend the fields named in errors.",
                            wanted.problems()));
        }
        SecretToken token = tokens.create(owner, wanted.name(), wanted.days());
        return Response.status(CREATED)
                .entity(Json.createObjectBuilder().add("token", token.value()).build())
                .build();
    }

    private static JsonObject object(String sent) {
        try (JsonReader reader = Json.createReader(new StringReader(sent))) {
            return reader.readObject();
        } catch (RuntimeException malformed) { // of several types: syntax, nesting, no object
            throw new BadRequestException(malformed);
        }
    }

    private static String text(JsonObject body, String name) {
        JsonValue value = body.get(name);
        if (value == null) {
            return "";
        }
        return value.getValueType() == JsonValue.ValueType.STRING
                ? body.getString(name)
                : value.toString();
    }

    private static Optional<String[]> credentials(String authorization) {
        if (authorization == null || !authorization.startsWith(BASIC)) {
            return Optional.empty();
        }
        try {
            byte[] decoded = Base64.getDecoder().decode(authorization.substring(BASIC.length()));
            String[] pair = new String(decoded, StandardCharsets.UTF_8).split(":", 2);
            return pair.length == 2 ? Optional.of(pair) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
