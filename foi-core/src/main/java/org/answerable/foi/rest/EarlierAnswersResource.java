package org.answerable.foi.rest;

import static org.answerable.foi.document.Json.array;
import static org.answerable.foi.document.Json.object;
import static org.answerable.foi.document.Json.strings;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonString;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.InputStream;
import org.answerable.foi.CurrentActor;
import org.answerable.foi.EarlierAnswers;
import org.answerable.foi.InvalidInput;
import org.answerable.foi.SimilarAnswers;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Earlier answers that are like a text; a POST, since what people type does not belong in addresses. */
@Path("/api/foi/earlier-answers")
@RequestScoped
@Tag(name = "Freedom of Information")
public class EarlierAnswersResource {

    @Inject private EarlierAnswers earlier;
    @Inject private CurrentActor current;

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    @Operation(
            summary = "Published answers that are like a text, each with the reason why",
            description =
                    "Body: {\"text\": \"...\"}. Officers also get the open cases of all partner"
                            + " authorities, without their words.")
    public JsonObject find(InputStream body) throws IOException {
        if (!(JsonBody.read(body).get("text") instanceof JsonString text)) {
            throw new InvalidInput("text", "Give text as text in quotes.");
        }
        SimilarAnswers found = earlier.similarTo(text.getString(), current.get());
        return object().add("published", array(found.published(), EarlierAnswersResource::write))
                .add("open", array(found.open(), EarlierAnswersResource::write))
                .build();
    }

    private static JsonObject write(SimilarAnswers.Published p) {
        return object().add("reference", p.reference())
                .add("authorityName", p.authorityName())
                .add("subject", p.subject())
                .add("answered", p.answered().toString())
                .add("outcome", p.outcome().name())
                .add("why", strings(p.why()))
                .build();
    }

    private static JsonObject write(SimilarAnswers.Open o) {
        JsonObjectBuilder out =
                object().add("reference", o.reference().toString())
                        .add("authorityName", o.authorityName())
                        .add("state", o.state().name())
                        .add("sameEnquiry", o.sameEnquiry())
                        .add("why", strings(o.why()));
        o.subject().ifPresent(subject -> out.add("subject", subject));
        return out.build();
    }
}
